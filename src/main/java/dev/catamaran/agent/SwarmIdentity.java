package dev.catamaran.agent;

import dev.catamaran.pem.Pem;
import dev.catamaran.pem.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.X509TrustManager;

/**
 * Who this node is in its Swarm: the certificate and key the engine keeps for it, and the roots it
 * trusts. A class and not a record, so that no key is ever printed.
 */
final class SwarmIdentity {
  private final List<X509Certificate> chain;
  private final PrivateKey key;
  private final X509TrustManager roots;
  private final SwarmPeer self;

  private SwarmIdentity(List<X509Certificate> chain, PrivateKey key, List<X509Certificate> roots)
      throws GeneralSecurityException {
    this.chain = chain;
    this.key = key;
    this.roots = Trust.in(roots);
    this.self = SwarmPeer.of(chain.getFirst());
  }

  /**
   * Reads {@code swarm-node.crt}, {@code swarm-node.key} and {@code swarm-root-ca.crt}.
   *
   * @throws IdentityMissing naming the file concerned
   */
  static SwarmIdentity read(Path directory) {
    var chain = parsed(directory.resolve("swarm-node.crt"), Pem::certificates);
    var key = parsed(directory.resolve("swarm-node.key"), Pem::key);
    var rootFile = directory.resolve("swarm-root-ca.crt");
    var roots = parsed(rootFile, Pem::certificates);
    try {
      return new SwarmIdentity(chain, key, roots);
    } catch (GeneralSecurityException e) {
      throw new IdentityMissing(directory, e);
    }
  }

  /** This node cannot say who it is. */
  static final class IdentityMissing extends RuntimeException {
    private static final long serialVersionUID = 1;

    IdentityMissing(Path file, Exception cause) {
      super("cannot read this node's Swarm certificate " + file + ": " + reason(cause), cause);
    }

    private static String reason(Exception cause) {
      return switch (cause) {
        case java.nio.file.NoSuchFileException _ -> "there is no such file";
        case Pem.Encrypted _ -> "it is encrypted, as with Swarm's autolock";
        default -> String.valueOf(cause.getMessage());
      };
    }
  }

  private interface Parser<T> {
    T parse(String text) throws GeneralSecurityException;
  }

  private static <T> T parsed(Path file, Parser<T> parser) {
    try {
      return parser.parse(Files.readString(file));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new IdentityMissing(file, e);
    }
  }

  X509Certificate[] chain() {
    return chain.toArray(X509Certificate[]::new);
  }

  PrivateKey key() {
    return key;
  }

  X509TrustManager roots() {
    return roots;
  }

  SwarmPeer self() {
    return self;
  }

  @Override
  public String toString() {
    return self.toString();
  }
}
