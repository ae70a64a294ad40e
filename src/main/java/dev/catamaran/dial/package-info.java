/** Opens connections to engines: unix sockets, TCP with and without TLS, ssh, named pipes. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.dial;
