package dev.catamaran.dial;

import dev.catamaran.docker.EngineAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The system's ssh, with all of its user's configuration; docker on the other side dials. */
final class SshDoor {
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9/._-]+");
  private static final int CONNECT_SECONDS = 10;

  private SshDoor() {}

  /**
   * Starts one; whether it got through shows when it is used.
   *
   * @param program the ssh command
   */
  static Connection connect(String program, EngineAddress.Ssh target) throws NoConnection {
    try {
      return new ChildConnection(
          new ProcessBuilder(command(program, target)).start(), target.host());
    } catch (IOException e) {
      throw new NoConnection(
          e, "the ssh command cannot be started: " + e.getMessage(), "is ssh on the PATH?");
    }
  }

  /** As docker's own client: no terminal, and no waiting for ever. */
  static List<String> command(String program, EngineAddress.Ssh target) {
    var command =
        new ArrayList<>(List.of(program, "-o", "ConnectTimeout=" + CONNECT_SECONDS, "-T"));
    target.user().ifPresent(u -> command.addAll(List.of("-l", u)));
    target.port().ifPresent(p -> command.addAll(List.of("-p", Integer.toString(p))));
    command.addAll(List.of("--", target.host(), "docker"));
    target.socket().ifPresent(s -> command.add("--host=" + quoted("unix://" + s)));
    command.addAll(List.of("system", "dial-stdio"));
    return command;
  }

  /** A shell on the other side reads the words. */
  private static String quoted(String word) {
    return HARMLESS.matcher(word.replace("unix:", "")).matches()
        ? word
        : "'" + word.replace("'", "'\\''") + "'";
  }
}
