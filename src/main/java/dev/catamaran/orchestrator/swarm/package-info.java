/** Docker Swarm: what an engine keeps and shows, between its HTTP API and our values. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.orchestrator.swarm;
