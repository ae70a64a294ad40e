package dev.catamaran.dial;

import dev.catamaran.docker.EngineAddress;
import dev.catamaran.docker.TlsFiles;
import dev.catamaran.pem.Pem;
import dev.catamaran.pem.Trust;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * TLS 1.2 and later, with docker's rules: only the given authorities are believed, and the host's
 * name has to be among the certificate's alternative names.
 */
final class TlsDoor {
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
  private static final char[] NO_PASSWORD = {};

  private final TlsFiles files;
  private volatile @Nullable SSLContext made;

  TlsDoor(TlsFiles files) {
    this.files = files;
  }

  /** Reads the files, so that one that is missing is told before anybody is called. */
  void prepare() throws NoConnection {
    var _ = context();
  }

  /** Takes the connected channel over, and closes it where this fails. */
  Connection connect(SocketChannel channel, EngineAddress.Tcp target, Duration patience)
      throws IOException {
    var obstacle = new TlsObstacle(files, target.host());
    try {
      channel.socket().setSoTimeout(Math.toIntExact(patience.toMillis()));
      var socket =
          (SSLSocket)
              context()
                  .getSocketFactory()
                  .createSocket(channel.socket(), target.host(), target.port(), true);
      socket.setSSLParameters(parameters());
      socket.startHandshake();
      if (files.verified()) {
        obstacle.demandAlternativeNames(socket.getSession());
      }
      socket.setSoTimeout(0);
      return new TlsConnection(socket, socket.getInputStream(), socket.getOutputStream(), obstacle);
    } catch (NoConnection e) {
      Quietly.close(channel);
      throw e;
    } catch (IOException e) {
      Quietly.close(channel);
      throw obstacle.during(e);
    }
  }

  private SSLParameters parameters() {
    var parameters = new SSLParameters();
    parameters.setProtocols(PROTOCOLS);
    if (files.verified()) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    return parameters;
  }

  private SSLContext context() throws NoConnection {
    var known = made;
    if (known != null) {
      return known;
    }
    try {
      var fresh = SSLContext.getInstance("TLS");
      fresh.init(keys(), trust(), null);
      made = fresh;
      return fresh;
    } catch (GeneralSecurityException e) {
      throw new NoConnection(e, "TLS cannot be prepared: " + e.getMessage());
    }
  }

  /** None means those this Java trusts. */
  private TrustManager @Nullable [] trust() throws NoConnection, GeneralSecurityException {
    if (!files.verified()) {
      return new TrustManager[] {new AnyEngine()};
    }
    return files.authorities().isEmpty()
        ? null
        : new TrustManager[] {Trust.in(read(files.authorities().get(), Pem::certificates))};
  }

  private KeyManager @Nullable [] keys() throws NoConnection, GeneralSecurityException {
    if (files.certificate().isEmpty() && files.key().isEmpty()) {
      return null;
    }
    var key = read(present(files.key(), files.certificate(), "key"), Pem::key);
    var chain = read(present(files.certificate(), files.key(), "certificate"), Pem::certificates);
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    try {
      store.load(null, null);
      store.setKeyEntry("client", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private static Path present(Optional<Path> wanted, Optional<Path> other, String what)
      throws NoConnection {
    return wanted.orElseThrow(() ->
        new NoConnection(
            "there is no client " + what + " to go with " + other.map(Path::toString).orElse("")));
  }

  private interface Parser<T> {
    T parse(String text) throws GeneralSecurityException;
  }

  private static <T> T read(Path file, Parser<T> parser) throws NoConnection {
    try {
      return parser.parse(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new NoConnection(
          e,
          "TLS is asked for, and there is no file " + file,
          "DOCKER_CERT_PATH, or --tlscacert, --tlscert and --tlskey, to say where they are");
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new NoConnection(e, file + " cannot be used: " + e.getMessage());
    }
  }
}
