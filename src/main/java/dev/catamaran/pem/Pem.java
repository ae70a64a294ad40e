package dev.catamaran.pem;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Reads PEM text; never says what is in a key. */
public final class Pem {
  private static final Pattern KEY =
      Pattern.compile(
          "-----BEGIN (?<kind>[A-Z ]*PRIVATE KEY)-----(?<body>.*?)-----END ", Pattern.DOTALL);
  private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA");
  private static final Pattern HEADER = Pattern.compile("(?m)^[A-Za-z-]+:.*$");

  private Pem() {}

  /** A key that wants a passphrase, which nobody is asked for. */
  public static final class Encrypted extends InvalidKeyException {
    private static final long serialVersionUID = 1;

    Encrypted() {
      super("it is encrypted");
    }
  }

  /**
   * In the order of the text; at least one.
   *
   * @throws java.security.cert.CertificateException where there is none, or one is broken
   */
  public static List<X509Certificate> certificates(String text) throws GeneralSecurityException {
    var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    var certificates =
        CertificateFactory.getInstance("X.509").generateCertificates(bytes).stream()
            .map(X509Certificate.class::cast)
            .toList();
    if (certificates.isEmpty()) {
      throw new java.security.cert.CertificateException("there is no certificate in it");
    }
    return certificates;
  }

  /**
   * The first private key: PKCS#8, PKCS#1, or SEC 1, which Swarm writes with headers of its own.
   *
   * @throws Encrypted where it is
   * @throws InvalidKeyException where there is none that can be used
   */
  public static PrivateKey key(String text) throws GeneralSecurityException {
    var match = KEY.matcher(text);
    if (!match.find()) {
      throw new InvalidKeyException("there is no private key in it");
    }
    var kind = match.group("kind");
    var body = match.group("body");
    if (kind.startsWith("ENCRYPTED") || body.contains("Proc-Type")) {
      throw new Encrypted();
    }
    var der = Base64.getMimeDecoder().decode(HEADER.matcher(body).replaceAll(""));
    return switch (kind) {
      case "EC PRIVATE KEY" -> pkcs8(Pkcs8.ofSec1(der));
      case "RSA PRIVATE KEY" -> pkcs8(Pkcs8.ofPkcs1(der));
      case "PRIVATE KEY" -> pkcs8(der);
      default -> throw new InvalidKeyException("it is of the unknown kind " + kind);
    };
  }

  private static PrivateKey pkcs8(byte[] der) throws GeneralSecurityException {
    var spec = new PKCS8EncodedKeySpec(der);
    for (var algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(spec);
      } catch (InvalidKeySpecException _) {
        // Then it is a key of another algorithm, or of none.
      }
    }
    throw new InvalidKeyException("it is neither of " + String.join(", ", ALGORITHMS));
  }
}
