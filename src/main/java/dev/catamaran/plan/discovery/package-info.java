/** Whether callers find a service by virtual IP or by DNS round robin. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.plan.discovery;
