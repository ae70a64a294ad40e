/** Whether the networks have addresses enough for what is to run on them. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.plan.addresses;
