/** YAML text to a stream of events with places, by the rules of Go's yaml.v3. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.compose.syntax;
