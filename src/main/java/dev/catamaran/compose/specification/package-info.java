/**
 * Files of the Compose Specification to one tree: documents, variables, include, extends, merge.
 */
@org.jspecify.annotations.NullMarked
package dev.catamaran.compose.specification;
