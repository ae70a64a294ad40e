/** Compose text to a project, every value with the place it came from. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.compose;
