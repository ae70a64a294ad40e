package dev.catamaran.dial;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Reads what ssh, and the docker command behind it, said before they ended. */
final class SshObstacle {
  private static final int NO_SUCH_COMMAND = 127;

  /**
   * One way it fails.
   *
   * @param sign what is said then, in lower case
   */
  private record Case(String sign, String obstacle, String advice) {}

  /** In the order they are looked for: what is special before what is general. */
  private static final List<Case> CASES =
      List.of(
          new Case(
              "identification has changed",
              "the host key of HOST is not the one this machine knows",
              "ask who changed it; then ssh-keygen -R HOST, and ssh HOST once"),
          new Case(
              "host key verification failed",
              "the host key of HOST is not known to this machine",
              "ssh HOST once, and compare the fingerprint"),
          new Case(
              "could not resolve hostname",
              "ssh finds no address for HOST",
              "is the host's name spelled right?"),
          new Case(
              "is not a docker command",
              "the docker command of HOST is too old to be dialled through; 18.09 is needed",
              "a newer docker command there"),
          new Case(
              "permission denied while trying to connect",
              "the user on HOST may not use the engine's socket",
              "sudo usermod -aG docker USER on HOST, or another user in the address"),
          new Case(
              "cannot connect to the docker daemon",
              "no engine answers on HOST",
              "is the engine running there? systemctl status docker"),
          new Case(
              "permission denied (",
              "HOST does not let this user in",
              "ssh HOST docker version has to work without a question: a key, ssh-add, a user in"
                  + " the address"),
          new Case(
              "too many authentication failures",
              "HOST does not let this user in",
              "IdentitiesOnly yes in ssh's configuration, with the one key that fits"),
          new Case(
              "connection refused",
              "no ssh server listens there on HOST",
              "ssh://HOST:PORT, where it listens on another port"),
          new Case(
              "timed out",
              "HOST does not answer ssh in time",
              "is the host up, and ssh let through?"));

  private SshObstacle() {}

  static NoConnection of(String host, int exit, String said, IOException cause) {
    var text = said.toLowerCase(Locale.ROOT);
    if (exit == NO_SUCH_COMMAND || text.contains("docker: command not found")) {
      return told(
          new Case(
              "",
              "there is no docker command on HOST",
              "docker-ce-cli or docker.io there, on the PATH of a shell without login"),
          host,
          said,
          cause);
    }
    return CASES.stream()
        .filter(c -> text.contains(c.sign()))
        .findFirst()
        .map(c -> told(c, host, said, cause))
        .orElseGet(() ->
            new NoConnection(cause, "ssh to " + host + " ended with status " + exit + words(said)));
  }

  private static NoConnection told(Case found, String host, String said, IOException cause) {
    return new NoConnection(
        cause,
        found.obstacle().replace("HOST", host) + words(said),
        found.advice().replace("HOST", host));
  }

  private static String words(String said) {
    return said.isEmpty()
        ? ""
        : "; it said: "
            + said.lines().map(String::strip).reduce((a, b) -> a + " / " + b).orElse("");
  }
}
