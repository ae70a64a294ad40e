/** Whether mounts, secrets and configs suit the operating system of the tasks that get them. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.plan.storage;
