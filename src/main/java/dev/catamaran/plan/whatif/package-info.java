/** A cluster as it is not yet: what a plan would be there, and in which order to get there. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.plan.whatif;
