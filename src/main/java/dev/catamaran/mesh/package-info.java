/** Listens on every node's published ports and forwards to the tasks behind them. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.mesh;
