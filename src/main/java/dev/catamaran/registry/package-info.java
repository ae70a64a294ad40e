/**
 * Asks image registries over HTTP, as the OCI distribution specification and docker login have it.
 */
@org.jspecify.annotations.NullMarked
package dev.catamaran.registry;
