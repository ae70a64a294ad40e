package dev.catamaran.plan.network;

import dev.catamaran.compose.NetworkDeclaration;
import dev.catamaran.spec.NetworkSpec;

/** A network as the file declares it, and as the engine shall hold it or holds it already. */
public record PlannedNetwork(NetworkDeclaration declared, NetworkSpec spec) {}
