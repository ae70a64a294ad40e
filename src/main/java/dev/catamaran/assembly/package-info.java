/**
 * Builds what a command works on: an engine or a lab, with images and the matrix; plain
 * constructors.
 */
@org.jspecify.annotations.NullMarked
package dev.catamaran.assembly;
