/** YAML text to a tree in which every key and every value knows its place. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.compose.tree;
