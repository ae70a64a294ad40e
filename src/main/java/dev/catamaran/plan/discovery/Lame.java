package dev.catamaran.plan.discovery;

import dev.catamaran.cluster.Node;
import dev.catamaran.finding.Verdict;

/** A node without virtual IPs, and why it has none. */
record Lame(Node node, Verdict verdict) {}
