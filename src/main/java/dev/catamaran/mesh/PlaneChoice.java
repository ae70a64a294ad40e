package dev.catamaran.mesh;

import dev.catamaran.netfilter.KernelRefusal;
import dev.catamaran.netfilter.Netfilter;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which plane a node shall have. */
public enum PlaneChoice {
  /** The kernel's where this node can, else the relay. */
  AUTO,
  KERNEL,
  RELAY;

  private static final Path FORWARDING = Path.of("/proc/sys/net/ipv4/ip_forward");

  /**
   * A plane and why it is this one.
   *
   * @param reason in words for the status and the log
   */
  public record Chosen(DataPlane plane, String reason) {}

  /** A plane that was asked for by name and cannot be had here; the message says why. */
  public static final class CannotBeHad extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotBeHad(String message) {
      super(message);
    }
  }

  /** The word users write. */
  public String word() {
    return switch (this) {
      case AUTO -> "auto";
      case KERNEL -> "kernel";
      case RELAY -> "relay";
    };
  }

  /**
   * Makes the plane of this node.
   *
   * @param addresses where published ports answer; the wildcard on a real node
   * @param relay carries what the kernel does not; stays the caller's
   * @throws CannotBeHad where the kernel's was asked for, and this node cannot
   */
  public Chosen open(List<InetAddress> addresses, Relay relay) {
    return switch (this) {
      case RELAY -> relayed(addresses, relay, "it was asked for");
      case KERNEL -> {
        var obstacle = obstacle(addresses);
        if (obstacle.isPresent()) {
          throw new CannotBeHad(obstacle.get());
        }
        yield byKernel(addresses, relay, "it was asked for");
      }
      case AUTO -> {
        var obstacle = obstacle(addresses);
        yield obstacle.isPresent()
            ? relayed(addresses, relay, obstacle.get())
            : byKernel(addresses, relay, "this node's kernel can");
      }
    };
  }

  private static Chosen byKernel(List<InetAddress> addresses, Relay relay, String reason) {
    return new Chosen(new KernelPlane(new RelayPlane(addresses, relay), Netfilter.open()), reason);
  }

  /** What the kernel was told in an earlier run would go on in front of the relay. */
  private static Chosen relayed(List<InetAddress> addresses, Relay relay, String reason) {
    if (Netfilter.onThisSystem() && everywhere(addresses)) {
      try {
        KernelPlane.removeTable();
      } catch (KernelRefusal _) {
        // Who may not look has not been able to make a table either.
      }
    }
    return new Chosen(new RelayPlane(addresses, relay), reason);
  }

  /** What keeps this node's kernel from it. */
  private static Optional<String> obstacle(List<InetAddress> addresses) {
    if (!Netfilter.onThisSystem()) {
      return Optional.of("only Linux has the kernel plane");
    }
    if (!everywhere(addresses)) {
      return Optional.of("the kernel plane carries a port on every address of its node or on none");
    }
    return forwards()
        ? KernelPlane.obstacle()
        : Optional.of("this node does not forward packets: " + FORWARDING + " is 0");
  }

  private static boolean forwards() {
    try {
      return Files.readString(FORWARDING).strip().equals("1");
    } catch (IOException _) {
      return false;
    }
  }

  private static boolean everywhere(List<InetAddress> addresses) {
    return addresses.stream().anyMatch(InetAddress::isAnyLocalAddress);
  }
}
