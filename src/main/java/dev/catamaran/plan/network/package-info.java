/** Which networks a project needs, and what they are called in the engine. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.plan.network;
