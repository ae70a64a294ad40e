/** The words everyone shares: ports, platforms, versions, names and places in files. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.model;
