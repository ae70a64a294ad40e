package dev.catamaran.netfilter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Lets marked connections through a FORWARD chain that drops what it does not know, as Docker sets
 * it. No rule of another table can do that, so this is the one rule outside of ours: it stands in
 * DOCKER-USER, which Docker keeps for the rules of others. It is set with the iptables command,
 * because what else writes into that chain makes it unreadable for iptables itself.
 */
public final class ForwardPass {
  private static final String CHAIN = "DOCKER-USER";
  private static final long PATIENCE_SECONDS = 10;

  private final List<String> rule;

  /**
   * A pass for some connections.
   *
   * @param mark of the connections
   * @param mask which bits of the mark count
   */
  public ForwardPass(int mark, int mask) {
    this.rule =
        List.of(
            "-m",
            "connmark",
            "--mark",
            "0x" + Integer.toHexString(mark) + "/0x" + Integer.toHexString(mask),
            "-m",
            "comment",
            "--comment",
            "catamaran",
            "-j",
            "ACCEPT");
  }

  /** Sees to the rule where it is needed; what stands in the way where that cannot be done. */
  public Optional<String> open() {
    var policy = iptables("-S", "FORWARD");
    if (policy.isEmpty() || !policy.get().startsWith("-P FORWARD DROP")) {
      return Optional.empty();
    }
    if (iptables("-S", CHAIN).isEmpty()) {
      return Optional.of("this node's FORWARD chain drops packets, and there is no chain " + CHAIN);
    }
    return iptables(with("-C")).or(() -> iptables(with("-I"))).isPresent()
        ? Optional.empty()
        : Optional.of("this node's FORWARD chain drops packets, and " + CHAIN + " takes no rule");
  }

  /** Takes the rule back where it is; true where it was. */
  public boolean close() {
    return iptables(with("-D")).isPresent();
  }

  private String[] with(String action) {
    var arguments = new ArrayList<>(List.of(action, CHAIN));
    arguments.addAll(rule);
    return arguments.toArray(String[]::new);
  }

  /** What the command printed; empty where it is not there or failed. */
  private static Optional<String> iptables(String... arguments) {
    var command = new ArrayList<>(List.of("iptables", "-w", "5"));
    command.addAll(List.of(arguments));
    try {
      var process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
        return Optional.of(printed);
      }
      process.destroy();
      return Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
