package dev.catamaran.mesh;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Which of some slots a client has: for IPv4 as the kernel's own hash has it (Jenkins), so that a
 * client comes to the same backend through every node, whatever plane that has.
 */
final class ClientHash {
  /** The same everywhere; another one would send every client elsewhere. */
  static final int SEED = 0x0ca7;

  private static final int START = 0xdeadbeef;

  private ClientHash() {}

  static int slot(InetAddress client, int slots) {
    var bytes = ByteBuffer.wrap(client.getAddress()).order(ByteOrder.LITTLE_ENDIAN);
    int hash = SEED;
    while (bytes.hasRemaining()) {
      hash = jenkins(bytes.getInt(), hash);
    }
    return (int) ((Integer.toUnsignedLong(hash) * slots) >>> 32);
  }

  /** The kernel's jhash of four bytes. */
  private static int jenkins(int word, int seed) {
    int b = START + 4 + seed;
    int c = b;
    int a = b + word;
    c = (c ^ b) - Integer.rotateLeft(b, 14);
    a = (a ^ c) - Integer.rotateLeft(c, 11);
    b = (b ^ a) - Integer.rotateLeft(a, 25);
    c = (c ^ b) - Integer.rotateLeft(b, 16);
    a = (a ^ c) - Integer.rotateLeft(c, 4);
    b = (b ^ a) - Integer.rotateLeft(a, 14);
    return (c ^ b) - Integer.rotateLeft(b, 24);
  }
}
