/** One Specification tree to its canonical form: short forms long, defaults in, rules checked. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.compose.canonical;
