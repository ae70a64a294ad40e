package dev.catamaran.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.Signature;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {
  @TempDir static Path directory;
  private static Path made;
  private static Path other;
  @TempDir Path node;

  @BeforeAll
  static void certificates() throws Exception {
    var root = SwarmCertificates.root(directory.resolve("root"));
    made = root.node("c1", "swarm-worker", "w1");
    other = root.node("c1", "swarm-manager", "w1");
  }

  @BeforeEach
  void copy() throws Exception {
    take(made);
  }

  private void take(Path from) throws Exception {
    for (var name : new String[] {"swarm-node.crt", "swarm-node.key", "swarm-root-ca.crt"}) {
      Files.copy(from.resolve(name), node.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void rewriteKey(String text) throws Exception {
    Files.writeString(node.resolve("swarm-node.key"), text);
  }

  @Test
  void theCertificateSaysClusterRoleAndNode() {
    assertThat(new LiveIdentity(node).current().self())
        .isEqualTo(new SwarmPeer("c1", SwarmPeer.Role.WORKER, "w1"));
  }

  @Test
  void theKeyBelongsToTheCertificateWhateverHeadersSwarmWroteIntoIt() throws Exception {
    assertThat(Files.readString(node.resolve("swarm-node.key"))).contains("kek-version: 0");

    assertKeyFits();
  }

  @Test
  void theKeyMayBePkcs8() throws Exception {
    var plain =
        Files.readString(node.resolve("swarm-node.key"))
            .replaceAll("(?m)^(kek|raft).*\n", "")
            .replace("KEY-----\n\n", "KEY-----\n");
    var sec1 = node.resolve("sec1.pem");
    Files.writeString(sec1, plain);
    var process =
        new ProcessBuilder(
                "openssl",
                "pkcs8",
                "-topk8",
                "-nocrypt",
                "-in",
                sec1.toString(),
                "-out",
                node.resolve("swarm-node.key").toString())
            .start();
    assertThat(process.waitFor()).isZero();
    assertThat(Files.readString(node.resolve("swarm-node.key"))).contains("BEGIN PRIVATE KEY");

    assertKeyFits();
  }

  private void assertKeyFits() throws Exception {
    var identity = new LiveIdentity(node).current();
    var signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(identity.key());
    signature.update(new byte[] {1, 2, 3});
    var signed = signature.sign();
    signature.initVerify(identity.chain()[0]);
    signature.update(new byte[] {1, 2, 3});
    assertThat(signature.verify(signed)).isTrue();
  }

  @Test
  void aKeyIsNeverPrinted() {
    assertThat(new LiveIdentity(node).current())
        .hasToString("SwarmPeer[cluster=c1, role=WORKER, nodeId=w1]");
  }

  @Test
  void anEncryptedKeyIsNamedAsSuch() throws Exception {
    rewriteKey(
        """
        -----BEGIN EC PRIVATE KEY-----
        Proc-Type: 4,ENCRYPTED
        DEK-Info: AES-256-CBC,00

        AAAA
        -----END EC PRIVATE KEY-----
        """);

    assertThatThrownBy(() -> new LiveIdentity(node))
        .hasMessage(
            "cannot read this node's Swarm certificate "
                + node.resolve("swarm-node.key")
                + ": it is encrypted, as with Swarm's autolock");
  }

  @Test
  void aBrokenKeyIsRefusedWithoutShowingIt() throws Exception {
    rewriteKey("-----BEGIN EC PRIVATE KEY-----\nMAMCAQE=\n-----END EC PRIVATE KEY-----\n");

    assertThatThrownBy(() -> new LiveIdentity(node))
        .hasMessageEndingWith("the elliptic curve key is cut off");
  }

  @Test
  void aMissingFileIsNamed() throws Exception {
    Files.delete(node.resolve("swarm-root-ca.crt"));

    assertThatThrownBy(() -> new LiveIdentity(node))
        .hasMessage(
            "cannot read this node's Swarm certificate "
                + node.resolve("swarm-root-ca.crt")
                + ": there is no such file");
  }

  @Test
  void aRenewedCertificateIsTakenUpWithItsRole() throws Exception {
    var identity = new LiveIdentity(node);
    take(other);
    Files.setLastModifiedTime(
        node.resolve("swarm-node.crt"), FileTime.from(Instant.now().plusSeconds(60)));

    identity.refresh();

    assertThat(identity.current().self().role()).isEqualTo(SwarmPeer.Role.MANAGER);
  }
}
