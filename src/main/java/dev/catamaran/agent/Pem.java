package dev.catamaran.agent;

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

/** Reads the PEM files a Swarm node keeps; never says what is in a key. */
final class Pem {
  private static final Pattern KEY =
      Pattern.compile(
          "-----BEGIN (?<kind>[A-Z ]*PRIVATE KEY)-----(?<body>.*?)-----END ", Pattern.DOTALL);
  private static final Pattern HEADER = Pattern.compile("(?m)^[A-Za-z-]+:.*$");

  private Pem() {}

  /** In the order of the text. */
  static List<X509Certificate> certificates(String text) throws GeneralSecurityException {
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

  /** The first private key, in PKCS#8 or, as Swarm writes it, SEC 1 with headers of Swarm's own. */
  static PrivateKey key(String text) throws GeneralSecurityException {
    var match = KEY.matcher(text);
    if (!match.find()) {
      throw new InvalidKeyException("there is no private key in it");
    }
    var kind = match.group("kind");
    var body = match.group("body");
    if (kind.startsWith("ENCRYPTED") || body.contains("Proc-Type")) {
      throw new InvalidKeyException("it is encrypted, as with Swarm's autolock");
    }
    var der = Base64.getMimeDecoder().decode(HEADER.matcher(body).replaceAll(""));
    return switch (kind) {
      case "EC PRIVATE KEY" ->
          KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(Sec1.toPkcs8(der)));
      case "PRIVATE KEY" -> pkcs8(der);
      default -> throw new InvalidKeyException("it is of the unknown kind " + kind);
    };
  }

  private static PrivateKey pkcs8(byte[] der) throws GeneralSecurityException {
    var spec = new PKCS8EncodedKeySpec(der);
    try {
      return KeyFactory.getInstance("EC").generatePrivate(spec);
    } catch (InvalidKeySpecException _) {
      return KeyFactory.getInstance("RSA").generatePrivate(spec);
    }
  }
}
