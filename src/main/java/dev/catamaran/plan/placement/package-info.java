/**
 * Which nodes may hold a service, which may not and why, and the constraints that say so to Swarm.
 */
@org.jspecify.annotations.NullMarked
package dev.catamaran.plan.placement;
