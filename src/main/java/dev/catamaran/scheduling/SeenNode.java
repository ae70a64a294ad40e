package dev.catamaran.scheduling;

import java.util.Map;

/**
 * A node as the scheduler sees it: words as the engine wrote them.
 *
 * @param address where the managers see it; empty or no address at all where they do not
 * @param architecture the kernel's own word, {@code x86_64}
 * @param labels of the node
 * @param engineLabels of its engine
 */
public record SeenNode(
    String id,
    String hostname,
    String address,
    String role,
    String os,
    String architecture,
    Map<String, String> labels,
    Map<String, String> engineLabels) {}
