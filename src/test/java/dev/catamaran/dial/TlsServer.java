package dev.catamaran.dial;

import dev.catamaran.pem.Pem;
import dev.catamaran.pem.Trust;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManager;

/** Answers "hello" over TLS on loopback; one virtual thread accepts. */
final class TlsServer implements AutoCloseable {
  private final SSLServerSocket socket;

  private TlsServer(SSLServerSocket socket) {
    this.socket = socket;
    Thread.ofVirtual().start(this::serve);
  }

  /** Demands client certificates of the authority, where there is one. */
  static TlsServer start(Path certificate, Path key, Optional<Path> authority, String protocol)
      throws Exception {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setKeyEntry(
        "server",
        Pem.key(Files.readString(key)),
        new char[0],
        Pem.certificates(Files.readString(certificate)).toArray(X509Certificate[]::new));
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, new char[0]);
    var context = SSLContext.getInstance("TLS");
    context.init(
        keys.getKeyManagers(),
        authority.isEmpty()
            ? null
            : new TrustManager[] {Trust.in(Pem.certificates(Files.readString(authority.get())))},
        null);
    var socket = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0);
    socket.setNeedClientAuth(authority.isPresent());
    socket.setEnabledProtocols(new String[] {protocol});
    return new TlsServer(socket);
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (var client = socket.accept()) {
        client.getInputStream().read();
        client.getOutputStream().write("hello".getBytes(StandardCharsets.US_ASCII));
      } catch (IOException _) {
        // A handshake that failed; the next client may do better.
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
