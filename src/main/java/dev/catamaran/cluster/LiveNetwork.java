package dev.catamaran.cluster;

import dev.catamaran.spec.NetworkSpec;

/**
 * A network the engine has.
 *
 * @param swarmScope false for a network that exists on the asked node only
 * @param ingress true for the engine's own routing mesh network
 */
public record LiveNetwork(String id, NetworkSpec spec, boolean swarmScope, boolean ingress) {}
