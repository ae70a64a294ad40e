package dev.catamaran.pem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PemTest {
  @TempDir Path directory;

  private String openssl(String arguments) throws Exception {
    var out = directory.resolve("out.pem");
    var command =
        List.of(("openssl " + arguments.replaceFirst(" ", " -out " + out + " ")).split(" ", -1));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return Files.readString(out);
  }

  @ParameterizedTest
  @CsvSource({
    "genrsa -traditional 2048,                            BEGIN RSA PRIVATE KEY, RSA",
    "genpkey -algorithm RSA,                              BEGIN PRIVATE KEY,     RSA",
    "ecparam -name secp384r1 -genkey,                     BEGIN EC PRIVATE KEY,  EC",
    "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256, BEGIN PRIVATE KEY,  EC",
    "genpkey -algorithm ed25519,                          BEGIN PRIVATE KEY,     EdDSA"
  })
  void everyFormThatOpensslWritesIsRead(String arguments, String begins, String algorithm)
      throws Exception {
    var text = openssl(arguments);
    assertThat(text).contains(begins);
    assertThat(Pem.key(text).getAlgorithm()).isEqualTo(algorithm);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "genrsa -traditional -aes128 -passout pass:secret 2048",
        "genrsa -aes128 -passout pass:secret 2048"
      })
  void anEncryptedKeyIsRefused(String arguments) throws Exception {
    var text = openssl(arguments);
    assertThatThrownBy(() -> Pem.key(text))
        .isInstanceOf(Pem.Encrypted.class)
        .hasMessage("it is encrypted");
  }

  @Test
  void aTextWithoutAKeyIsRefused() {
    assertThatThrownBy(() -> Pem.key("nothing")).hasMessage("there is no private key in it");
  }
}
