package dev.catamaran.lab;

import java.net.InetAddress;

/**
 * Where one node's listeners are bound.
 *
 * @param inside where the lab reaches containers that publish nothing on the node itself
 */
record Site(LabNode node, InetAddress inside) {}
