/**
 * A simulated hybrid cluster: the Swarm part of the Docker Engine API on loopback, in front of a
 * simulation, with simulated tasks as real HTTP servers.
 */
@org.jspecify.annotations.NullMarked
package dev.catamaran.lab;
