/** From a cluster to the routes its mesh should carry. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.route;
