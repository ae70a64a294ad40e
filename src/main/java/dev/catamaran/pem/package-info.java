/** Certificates and private keys in the text form that Docker and OpenSSL keep them in. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.pem;
