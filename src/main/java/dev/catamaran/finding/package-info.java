/** How we say "no" and "careful": findings, their codes, and outcomes that carry them. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.finding;
