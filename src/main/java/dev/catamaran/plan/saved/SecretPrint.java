package dev.catamaran.plan.saved;

import dev.catamaran.spec.Content;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Tells whether a secret still is what it was, without telling what it was. Slow on purpose: who
 * holds the plan file could try guesses.
 */
final class SecretPrint {
  private static final int ROUNDS = 200_000;
  private static final int BITS = 256;

  private SecretPrint() {}

  /**
   * The print of a content.
   *
   * @param salt makes equal secrets of several clusters look different
   */
  static String of(Content content, String salt) {
    var letters = HexFormat.of().formatHex(content.bytes()).toCharArray();
    var key = new PBEKeySpec(letters, salt.getBytes(StandardCharsets.UTF_8), ROUNDS, BITS);
    Arrays.fill(letters, ' ');
    try {
      var factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
      return HexFormat.of().formatHex(factory.generateSecret(key).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has PBKDF2", e);
    } finally {
      key.clearPassword();
    }
  }
}
