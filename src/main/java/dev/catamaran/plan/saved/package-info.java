/** A plan as a file: written, read back, and held against the cluster it was made for. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.plan.saved;
