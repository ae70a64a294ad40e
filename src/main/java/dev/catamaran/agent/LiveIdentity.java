package dev.catamaran.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * This node's identity as it is on disk now: the engine renews certificates while agents run, and a
 * node's role changes with it.
 */
final class LiveIdentity {
  private final Path directory;
  private volatile SwarmIdentity current;
  private List<FileTime> read;

  /** Reads the files; {@link SwarmIdentity.IdentityMissing} where that fails. */
  LiveIdentity(Path directory) {
    this.directory = directory;
    this.read = times();
    this.current = SwarmIdentity.read(directory);
  }

  SwarmIdentity current() {
    return current;
  }

  /** Reads the files again where one of them changed. */
  synchronized void refresh() {
    var now = times();
    if (!now.equals(read)) {
      current = SwarmIdentity.read(directory);
      read = now;
    }
  }

  private List<FileTime> times() {
    var times = new ArrayList<FileTime>();
    for (var name : List.of("swarm-node.crt", "swarm-node.key", "swarm-root-ca.crt")) {
      var file = directory.resolve(name);
      try {
        times.add(Files.getLastModifiedTime(file));
      } catch (IOException e) {
        throw new SwarmIdentity.IdentityMissing(file, e);
      }
    }
    return times;
  }

  /** TLS in which both sides show a certificate of this Swarm; new ones are used once read. */
  SSLContext tls() {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(
          new KeyManager[] {new NodeKey(this::current)},
          new TrustManager[] {new ClusterTrust(this::current)},
          null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }
}
