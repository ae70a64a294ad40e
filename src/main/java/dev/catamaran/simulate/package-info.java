/**
 * A Swarm as a value: an event makes a new world, virtual time moves its tasks, and every node
 * keeps to the limits of its build and engine.
 */
@org.jspecify.annotations.NullMarked
package dev.catamaran.simulate;
