/**
 * What may stand where in a Compose file, for each version of the classic format and for the
 * Specification.
 */
@org.jspecify.annotations.NullMarked
package dev.catamaran.compose.grammar;
