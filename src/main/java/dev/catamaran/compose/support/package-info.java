/** What becomes of each Compose attribute on an engine, as one table. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.compose.support;
