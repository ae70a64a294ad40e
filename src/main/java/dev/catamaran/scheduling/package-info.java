/**
 * What Swarm's scheduler compares and says: one meaning, for the plan that foresees it and for the
 * simulation that plays it.
 */
@org.jspecify.annotations.NullMarked
package dev.catamaran.scheduling;
