/** What a project is loaded from. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.compose.source;
