/** Reads Compose, env, config and secret files from disk and standard input. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.files;
