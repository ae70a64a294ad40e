/** The node daemon: observes or subscribes, and keeps its node's mesh at what the cluster asks. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.agent;
