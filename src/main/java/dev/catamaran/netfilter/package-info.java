/**
 * Speaks with the Linux kernel's packet filter: nftables transactions and connection tracking, over
 * netlink sockets and without a process or library of its own.
 */
@org.jspecify.annotations.NullMarked
package dev.catamaran.netfilter;
