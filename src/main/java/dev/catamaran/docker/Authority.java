package dev.catamaran.docker;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * {@code user@host:port} and what follows it. Read by hand, because java.net.URI knows no host with
 * an underscore, which names in ssh's configuration and in Compose networks often have.
 *
 * @param host may be empty; an IPv6 address comes without its brackets
 * @param after the path, with its slash; may be empty
 */
record Authority(Optional<String> user, String host, OptionalInt port, String after) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?<user>[^@/]+)@)?(?:\\[(?<six>[0-9A-Fa-f:.%]+)]|(?<host>[^\\s:/?#@\\[\\]\"']*))"
              + "(?::(?<port>\\d{1,9}))?(?<after>[/?#].*)?");
  private static final int HIGHEST_PORT = 65_535;

  static Authority parse(String text) {
    var match = FORM.matcher(text);
    if (!match.matches() || String.valueOf(match.group("host")).startsWith("-")) {
      throw new IllegalArgumentException("it is not host:port");
    }
    var port = match.group("port");
    if (port != null && (Integer.parseInt(port) < 1 || Integer.parseInt(port) > HIGHEST_PORT)) {
      throw new IllegalArgumentException("port " + port + " is out of range 1-65535");
    }
    return new Authority(
        Optional.ofNullable(match.group("user")),
        Optional.ofNullable(match.group("six"))
            .or(() -> Optional.ofNullable(match.group("host")))
            .orElse(""),
        port == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port)),
        Optional.ofNullable(match.group("after")).orElse(""));
  }

  static String bracketed(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  /** Percent escapes undone; a plus is a plus. */
  static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
