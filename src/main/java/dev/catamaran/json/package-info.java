/** JSON text to an immutable tree and back; the one place that knows a JSON library. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.json;
