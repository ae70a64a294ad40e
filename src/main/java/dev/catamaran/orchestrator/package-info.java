/** Carries changes out on an engine, in order, and waits until they hold. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.orchestrator;
