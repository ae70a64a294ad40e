/**
 * What the docker command keeps for its user and reads from the environment: config.json, contexts,
 * certificates; and which engine it would turn to.
 */
@org.jspecify.annotations.NullMarked
package dev.catamaran.docker;
