package dev.catamaran.pem;

import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.util.Arrays;

/**
 * Wraps older forms of private keys into PKCS#8 (RFC 5958), the only one the JDK reads: elliptic
 * curve keys of SEC 1 (RFC 5915), and RSA keys of PKCS#1 (RFC 8017).
 */
final class Pkcs8 {
  private static final int INTEGER = 0x02;
  private static final int OCTETS = 0x04;
  private static final int OID = 0x06;
  private static final int NULL = 0x05;
  private static final int SEQUENCE = 0x30;
  private static final int PARAMETERS = 0xA0;

  /** 1.2.840.10045.2.1, an elliptic curve public key. */
  private static final byte[] EC = {0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 0x02, 0x01};

  /** 1.2.840.113549.1.1.1, an RSA public key. */
  private static final byte[] RSA = {
    0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x01, 0x01
  };

  private final byte[] der;
  private int at;

  private Pkcs8(byte[] der) {
    this.der = der;
  }

  /** The curve is copied from the key, which names it as Go and OpenSSL write it. */
  static byte[] ofSec1(byte[] key) throws InvalidKeyException {
    return wrapped(joined(element(OID, EC), new Pkcs8(key).curve()), key);
  }

  static byte[] ofPkcs1(byte[] key) {
    return wrapped(joined(element(OID, RSA), element(NULL, new byte[0])), key);
  }

  private static byte[] wrapped(byte[] algorithm, byte[] key) {
    return element(
        SEQUENCE,
        joined(
            element(INTEGER, new byte[] {0}), element(SEQUENCE, algorithm), element(OCTETS, key)));
  }

  /** The curve's identifier, with its tag and length. */
  private byte[] curve() throws InvalidKeyException {
    try {
      enter(SEQUENCE);
      skip(INTEGER);
      skip(OCTETS);
      int length = enter(PARAMETERS);
      return Arrays.copyOfRange(der, at, at + length);
    } catch (ArrayIndexOutOfBoundsException _) {
      throw new InvalidKeyException("the elliptic curve key is cut off");
    }
  }

  private void skip(int tag) throws InvalidKeyException {
    int length = enter(tag);
    at += length;
  }

  /** Moves behind tag and length, and returns the length. */
  private int enter(int tag) throws InvalidKeyException {
    if ((der[at++] & 0xFF) != tag) {
      throw new InvalidKeyException("the elliptic curve key is not of the form of RFC 5915");
    }
    int length = der[at++] & 0xFF;
    if (length < 0x80) {
      return length;
    }
    int value = 0;
    for (int bytes = length & 0x7F; bytes > 0; bytes--) {
      value = (value << 8) | (der[at++] & 0xFF);
    }
    return value;
  }

  private static byte[] element(int tag, byte[] content) {
    var out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else {
      out.write(0x82);
      out.write(content.length >> 8);
      out.write(content.length);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
