package dev.catamaran.dial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.catamaran.docker.Endpoint;
import dev.catamaran.docker.EngineAddress;
import dev.catamaran.docker.TlsFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS as docker's client speaks it, against a server on loopback. */
class TlsDoorTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String LOCAL = "DNS:localhost,IP:127.0.0.1";

  @TempDir static Path directory;
  private static Certificates certificates;
  private static Path ca;

  @BeforeAll
  static void authorities() throws Exception {
    certificates = Certificates.in(directory);
    ca = certificates.authority("ca");
    certificates.authority("other");
    certificates.signed("server", "ca", LOCAL, 2);
    certificates.signed("client", "ca", "DNS:client", 2);
    certificates.signed("stranger", "other", "DNS:stranger", 2);
  }

  private static TlsFiles trusting(Path authority) {
    return new TlsFiles(Optional.of(authority), Optional.empty(), Optional.empty(), true);
  }

  private static TlsFiles showing(String certificate, Path key) {
    return new TlsFiles(
        Optional.of(ca),
        Optional.of(directory.resolve(certificate + ".pem")),
        Optional.of(key),
        true);
  }

  private static TlsServer server(String certificate) throws Exception {
    return TlsServer.start(
        directory.resolve(certificate + ".pem"),
        certificates.key(certificate),
        Optional.empty(),
        "TLSv1.3");
  }

  private static TlsServer demanding(String protocol) throws Exception {
    return TlsServer.start(
        directory.resolve("server.pem"), certificates.key("server"), Optional.of(ca), protocol);
  }

  /** What the server says after one letter. */
  private static String exchange(String host, int port, TlsFiles files) throws IOException {
    var endpoint =
        new Endpoint(
            new EngineAddress.Tcp(host, port),
            Optional.of(files),
            Optional.empty(),
            Optional.empty());
    try (var connection = new Dialer(endpoint, PATIENCE).connect()) {
      try {
        connection.out().write('x');
        connection.out().flush();
        return new String(connection.in().readAllBytes(), StandardCharsets.US_ASCII);
      } catch (IOException e) {
        throw connection.explained(e);
      }
    }
  }

  private static NoConnection refused(String host, int port, TlsFiles files) {
    return catchThrowableOfType(NoConnection.class, () -> exchange(host, port, files));
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1"})
  void aCertificateForThisHostAndOfThisAuthorityIsBelieved(String host) throws Exception {
    try (var server = server("server")) {
      assertThat(exchange(host, server.port(), trusting(ca))).isEqualTo("hello");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aClientCertificateIsShown(String protocol) throws Exception {
    try (var server = demanding(protocol)) {
      var files = showing("client", certificates.key("client"));
      assertThat(exchange("localhost", server.port(), files)).isEqualTo("hello");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aClientCertificateThatIsMissingIsSaid(String protocol) throws Exception {
    try (var server = demanding(protocol)) {
      var refused = refused("localhost", server.port(), trusting(ca));
      assertThat(refused)
          .hasMessageMatching(
              "the engine wants a client certificate, and there is none"
                  + "|the engine broke the connection off .*");
      assertThat(refused.advice()).singleElement().asString().contains("--tlscert");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aClientCertificateOfAnotherAuthorityIsNotAccepted(String protocol) throws Exception {
    try (var server = demanding(protocol)) {
      var files = showing("stranger", certificates.key("stranger"));
      assertThat(refused("localhost", server.port(), files))
          .hasMessageMatching(
              "(?s)the engine (does not accept the client certificate .*stranger.pem.*"
                  + "|wants a client certificate, and there is none"
                  + "|broke the connection off .*)");
    }
  }

  @Test
  void anUnknownAuthorityIsRefusedAndNamesTheFile() throws Exception {
    try (var server = server("server")) {
      var other = directory.resolve("other.pem");
      assertThat(refused("localhost", server.port(), trusting(other)))
          .hasMessage("the engine's certificate is not signed by " + other);
    }
  }

  @Test
  void anotherHostsCertificateIsRefused() throws Exception {
    certificates.signed("elsewhere", "ca", "DNS:elsewhere", 2);
    try (var server = server("elsewhere")) {
      assertThat(refused("localhost", server.port(), trusting(ca)))
          .hasMessage("the engine's certificate is not for host \"localhost\"");
      assertThat(refused("127.0.0.1", server.port(), trusting(ca)))
          .hasMessage("the engine's certificate is not for host \"127.0.0.1\"");
    }
  }

  @Test
  void theOldCommonNameNamesNoHost() throws Exception {
    certificates.signed("old", "ca", "", 2);
    try (var server = server("old")) {
      assertThat(refused("localhost", server.port(), trusting(ca)))
          .hasMessageContaining("the old Common Name only");
    }
  }

  @Test
  void anExpiredCertificateIsRefused() throws Exception {
    certificates.signed("expired", "ca", LOCAL, -1);
    try (var server = server("expired")) {
      assertThat(refused("localhost", server.port(), trusting(ca)))
          .hasMessageContaining("the engine's certificate has expired");
    }
  }

  @Test
  void withoutVerificationAnyCertificateWillDo() throws Exception {
    var lax = new TlsFiles(Optional.empty(), Optional.empty(), Optional.empty(), false);
    certificates.signed("any", "other", "DNS:any", 2);
    try (var server = server("any")) {
      assertThat(exchange("localhost", server.port(), lax)).isEqualTo("hello");
    }
  }

  @Test
  void aPortWithoutTlsIsToldApart() throws Exception {
    try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(() -> {
            try (var client = plain.accept()) {
              client
                  .getOutputStream()
                  .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
              client.getInputStream().readAllBytes();
            } catch (IOException _) {
              // The client has seen enough.
            }
          });
      assertThat(refused("localhost", plain.getLocalPort(), trusting(ca)))
          .hasMessage("TLS is asked for, and what listens there does not speak it");
    }
  }

  @Test
  void filesThatAreMissingOrBrokenAreNamed() throws Exception {
    try (var server = server("server")) {
      var none = directory.resolve("none.pem");
      assertThat(refused("localhost", server.port(), trusting(none)))
          .hasMessage("TLS is asked for, and there is no file " + none);
      var broken = Files.writeString(directory.resolve("broken.pem"), "nonsense");
      assertThat(refused("localhost", server.port(), trusting(broken)))
          .hasMessageStartingWith(broken + " cannot be used: ");
      var half =
          new TlsFiles(
              Optional.of(ca),
              Optional.of(directory.resolve("client.pem")),
              Optional.empty(),
              true);
      assertThat(refused("localhost", server.port(), half))
          .hasMessage("there is no client key to go with " + directory.resolve("client.pem"));
    }
  }

  @Test
  void anEncryptedKeyIsRefused() throws Exception {
    certificates.openssl("pkcs8 -topk8 -in client.key -out encrypted.key -passout pass:s3cret");
    try (var server = demanding("TLSv1.3")) {
      var encrypted = certificates.key("encrypted");
      assertThat(refused("localhost", server.port(), showing("client", encrypted)))
          .hasMessage(encrypted + " cannot be used: it is encrypted");
    }
  }
}
