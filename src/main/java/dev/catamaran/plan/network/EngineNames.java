package dev.catamaran.plan.network;

import dev.catamaran.compose.FileDeclaration;
import dev.catamaran.compose.NetworkDeclaration;
import dev.catamaran.compose.VolumeDeclaration;
import dev.catamaran.model.ProjectName;
import dev.catamaran.model.ServiceName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What Compose keys are called in the engine: {@code project_key}, as docker stack names them. */
public record EngineNames(ProjectName project) {
  private static final int HASH_DIGITS = 8;

  public String service(ServiceName name) {
    return project + "_" + name;
  }

  public String network(NetworkDeclaration network) {
    return network.name().orElseGet(() -> own(network.key(), network.external()));
  }

  public String volume(VolumeDeclaration volume) {
    return volume.name().orElseGet(() -> own(volume.key(), volume.external()));
  }

  /**
   * Engines cannot change a config or secret, so a new content is a new name: 32 bits of the
   * content's hash are part of it. Whoever may list secrets could test a guess against them, which
   * matters only for secrets that can be guessed (docs/decisions/0004-file-names.md).
   */
  public String file(FileDeclaration file) {
    return file.name()
        .orElseGet(() ->
            own(file.key(), file.external())
                + file.content().map(c -> "_" + hash(file, c.bytes())).orElse(""));
  }

  private String own(String key, boolean external) {
    return external ? key : project + "_" + key;
  }

  private String hash(FileDeclaration file, byte[] content) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update(
          (project + "/" + file.kind() + "/" + file.key() + "\0").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha.digest(content)).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
