/** One observed moment of a cluster, as a value. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.cluster;
