/** Classic files, 3.0 to 3.13, to one canonical tree, as {@code docker stack config} makes it. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.compose.classic;
