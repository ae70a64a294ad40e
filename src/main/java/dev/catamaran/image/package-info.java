/** From manifests to the platforms an image offers, and whether a Windows host starts them. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.image;
