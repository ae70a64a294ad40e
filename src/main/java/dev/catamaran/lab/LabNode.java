package dev.catamaran.lab;

import dev.catamaran.model.NodeName;
import java.net.InetAddress;

/**
 * A node of a running lab, and where it is met.
 *
 * @param address where other nodes and clients reach it
 * @param localhost what stands for the node's own 127.0.0.1: what answers there answers to a
 *     program on that node
 */
public record LabNode(NodeName name, String id, InetAddress address, InetAddress localhost) {}
