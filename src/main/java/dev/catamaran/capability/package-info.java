/** The matrix, as data with sources: what a node can and cannot do. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.capability;
