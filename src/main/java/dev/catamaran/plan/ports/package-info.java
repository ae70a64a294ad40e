/** Who gets which published port, and by which mesh it answers. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.plan.ports;
