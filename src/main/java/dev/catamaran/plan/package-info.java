/** Project, images, cluster and matrix to a plan; a plan against a cluster to ordered changes. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.plan;
