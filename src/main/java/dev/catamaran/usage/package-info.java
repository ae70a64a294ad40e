/** The words of a command line: verbs with what they take, help, completion, misspelt words. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.usage;
