package dev.catamaran.dial;

import dev.catamaran.docker.TlsFiles;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** Says in plain words why TLS did not come about. */
final class TlsObstacle {
  private static final Pattern BROKEN =
      Pattern.compile("broken pipe|reset|aborted", Pattern.CASE_INSENSITIVE);

  private final TlsFiles files;
  private final String host;

  TlsObstacle(TlsFiles files, String host) {
    this.files = files;
    this.host = host;
  }

  /** What Go does and Java does not: the old Common Name alone names no host. */
  void demandAlternativeNames(SSLSession session) throws NoConnection {
    try {
      if (session.getPeerCertificates()[0] instanceof X509Certificate engine
          && engine.getSubjectAlternativeNames() == null) {
        throw new NoConnection(
            "the engine's certificate names its host in the old Common Name only",
            "a certificate with subjectAltName=DNS:" + host);
      }
    } catch (SSLPeerUnverifiedException | CertificateException e) {
      throw during(new SSLException(e));
    }
  }

  /** During the handshake. */
  NoConnection during(IOException failure) {
    if (failure instanceof SocketTimeoutException) {
      return new NoConnection(
          failure, "it takes connections, but does not answer in TLS", "is it an engine's port?");
    }
    var expired = cause(failure, CertificateExpiredException.class);
    if (expired.isPresent()) {
      return new NoConnection(
          failure,
          "the engine's certificate has expired (" + expired.get().getMessage() + ")",
          "a new certificate for the engine");
    }
    if (cause(failure, CertificateNotYetValidException.class).isPresent()) {
      return new NoConnection(
          failure,
          "the engine's certificate is not valid yet",
          "is the clock of this machine right?");
    }
    if (cause(failure, CertPathBuilderException.class).isPresent()) {
      return new NoConnection(
          failure,
          "the engine's certificate is not signed by " + authorities(),
          "the ca.pem that belongs to this engine; --tls instead of --tlsverify asks for no proof");
    }
    var text = text(failure);
    if (text.contains("subject alternative") || text.contains("no name matching")) {
      return new NoConnection(
          failure,
          "the engine's certificate is not for host \"" + host + "\"",
          "the host name the certificate was made for, or one more subjectAltName in it");
    }
    if (text.contains("unsupported or unrecognized ssl message")) {
      return new NoConnection(
          failure,
          "TLS is asked for, and what listens there does not speak it",
          "the port with TLS, usually 2376; without TLS unset DOCKER_TLS_VERIFY and DOCKER_TLS");
    }
    return judged(failure)
        .orElseGet(() -> new NoConnection(failure, "TLS failed: " + failure.getMessage()));
  }

  /** After the handshake. */
  IOException after(IOException failure) {
    return judged(failure).map(IOException.class::cast).orElse(failure);
  }

  /**
   * The engine's judgement of our certificate comes as an alert, which is lost where the engine
   * closes before we have read it.
   */
  private Optional<NoConnection> judged(IOException failure) {
    if (failure instanceof SSLException && text(failure).contains("alert")) {
      return Optional.of(alerted(failure));
    }
    return broken(failure)
        .map(broken ->
            new NoConnection(
                failure,
                "the engine broke the connection off (" + broken.getMessage() + ")",
                files.certificate().isEmpty()
                    ? "does it want a client certificate? --tlscert and --tlskey"
                    : "was the client certificate signed by the authority the engine trusts?"));
  }

  private NoConnection alerted(IOException failure) {
    return files.certificate().isEmpty()
        ? new NoConnection(
            failure,
            "the engine wants a client certificate, and there is none",
            "cert.pem and key.pem in DOCKER_CERT_PATH, or --tlscert and --tlskey")
        : new NoConnection(
            failure,
            "the engine does not accept the client certificate "
                + files.certificate().get()
                + " ("
                + failure.getMessage()
                + ")",
            "a certificate signed by the authority that the engine trusts");
  }

  private String authorities() {
    return files.authorities().map(Path::toString).orElse("an authority this Java trusts");
  }

  private static String text(IOException failure) {
    var all = new StringBuilder();
    for (Throwable t = failure; t != null; t = t.getCause()) {
      all.append(String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT)).append('\n');
    }
    return all.toString();
  }

  /** The other side is gone, in the words of any system. */
  private static Optional<Throwable> broken(IOException failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (BROKEN.matcher(String.valueOf(t.getMessage())).find()) {
        return Optional.of(t);
      }
    }
    return Optional.empty();
  }

  private static <T extends Throwable> Optional<T> cause(IOException failure, Class<T> kind) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (kind.isInstance(t)) {
        return Optional.of(kind.cast(t));
      }
    }
    return Optional.empty();
  }
}
