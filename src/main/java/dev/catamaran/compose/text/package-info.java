/** The small languages inside values: durations, ports, mounts, commands, variables, env files. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.compose.text;
