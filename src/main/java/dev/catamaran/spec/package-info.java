/**
 * What an engine is asked to keep: services, networks, configs and secrets, free of any wire shape.
 */
@org.jspecify.annotations.NullMarked
package dev.catamaran.spec;
