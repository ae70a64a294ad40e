/**
 * Commands: reads what the user types, prints what we found and did, and says it in an exit code.
 */
@org.jspecify.annotations.NullMarked
package dev.catamaran.cli;
