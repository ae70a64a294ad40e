package dev.catamaran.agent;

import dev.catamaran.dial.Certificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A root like a Swarm's, made with openssl, and certificates as it gives them to its nodes. */
final class SwarmCertificates {
  private final Path directory;

  private SwarmCertificates(Path directory) {
    this.directory = directory;
  }

  static SwarmCertificates root(Path directory) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    var made = new SwarmCertificates(directory);
    made.openssl("ecparam -name prime256v1 -genkey -noout -out ca.key");
    made.openssl(
        "req -x509 -new -key ca.key -subj /CN=swarm-ca -days 7300 -out ca.crt"
            + " -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign");
    return made;
  }

  /** A node's certificates directory, as below the engine's data root. */
  Path node(String cluster, String unit, String nodeId) throws IOException, InterruptedException {
    return node(cluster, unit, nodeId, "-days 90");
  }

  Path expired(String cluster, String unit, String nodeId)
      throws IOException, InterruptedException {
    return node(cluster, unit, nodeId, "-days -1");
  }

  private Path node(String cluster, String unit, String nodeId, String validity)
      throws IOException, InterruptedException {
    var name = nodeId + "-" + unit + "-" + cluster + "-" + validity.replace(" ", "");
    openssl("ecparam -name prime256v1 -genkey -noout -out " + name + ".key");
    openssl(
        "req -new -key "
            + name
            + ".key -out "
            + name
            + ".csr -subj /O="
            + cluster
            + "/OU="
            + unit
            + "/CN="
            + nodeId);
    Files.writeString(
        directory.resolve("ext"),
        "keyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth,clientAuth\n"
            + "subjectAltName=DNS:"
            + unit
            + ",DNS:"
            + nodeId
            + "\n");
    sign(name, validity);
    var node = Files.createDirectories(directory.resolve(name));
    Files.move(directory.resolve(name + ".crt"), node.resolve("swarm-node.crt"));
    Files.writeString(node.resolve("swarm-node.key"), withSwarmsHeaders(name));
    Files.copy(directory.resolve("ca.crt"), node.resolve("swarm-root-ca.crt"));
    return node;
  }

  private void sign(String name, String validity) throws IOException, InterruptedException {
    openssl(
        "x509 -req -in "
            + name
            + ".csr -CA ca.crt -CAkey ca.key -CAcreateserial -extfile ext "
            + validity
            + " -out "
            + name
            + ".crt");
  }

  private String withSwarmsHeaders(String name) throws IOException {
    return Files.readString(directory.resolve(name + ".key"))
        .replaceFirst("KEY-----\n", "KEY-----\nkek-version: 0\nraft-dek: EAMS+x/A=\n\n");
  }

  private void openssl(String arguments) throws IOException, InterruptedException {
    new Certificates(directory).openssl(arguments);
  }
}
