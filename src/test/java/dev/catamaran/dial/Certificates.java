package dev.catamaran.dial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Authorities and certificates as an operator makes them, with openssl. */
public record Certificates(Path directory) {

  public static Certificates in(Path directory) throws IOException {
    return new Certificates(Files.createDirectories(directory));
  }

  /** {@code NAME.pem} and its {@code NAME.key}. */
  public Path authority(String name) throws Exception {
    openssl(
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout NAME.key -out"
                .replace("NAME", name)
            + " "
            + name
            + ".pem -subj /CN="
            + name
            + " -days 2 -addext basicConstraints=critical,CA:TRUE");
    return directory.resolve(name + ".pem");
  }

  /** Signed by that authority, for as many days, with an alternative name unless it is empty. */
  public Path signed(String name, String authority, String alternative, int days) throws Exception {
    openssl("ecparam -name prime256v1 -genkey -noout -out " + name + ".key");
    openssl("req -new -key " + name + ".key -subj /CN=localhost -out " + name + ".csr");
    Files.writeString(
        directory.resolve(name + ".ext"),
        alternative.isEmpty()
            ? "keyUsage=digitalSignature\n"
            : "subjectAltName=" + alternative + "\n");
    openssl(
        "x509 -req -in NAME.csr -CA BY.pem -CAkey BY.key -CAcreateserial -out NAME.pem"
                .replace("NAME", name)
                .replace("BY", authority)
            + (" -extfile " + name + ".ext -days " + days));
    return directory.resolve(name + ".pem");
  }

  public Path key(String name) {
    return directory.resolve(name + ".key");
  }

  /** One call of openssl in the directory; fails with what it said. */
  public void openssl(String arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments.split(" ", -1)));
    var log = directory.resolve("openssl.log");
    var process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IllegalStateException("openssl " + arguments + ": " + Files.readString(log));
    }
  }
}
