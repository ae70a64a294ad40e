/** Tree to tree: variables put in, files laid over one another, keys checked against one table. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.compose.phase;
