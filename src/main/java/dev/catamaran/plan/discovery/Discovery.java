package dev.catamaran.plan.discovery;

import dev.catamaran.spec.EndpointMode;

/** How a service is found, and why that way. */
public record Discovery(EndpointMode mode, String reason, String source) {}
