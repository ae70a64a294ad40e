package dev.catamaran.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a 401 asks for, as RFC 9110 writes it in {@code WWW-Authenticate}. */
record Challenge(String scheme, Map<String, String> parameters) {
  private static final Pattern PART =
      Pattern.compile(
          "\\s*,?\\s*(?:(?<name>[\\w.~+-]+)\\s*=\\s*(?:\"(?<quoted>(?:[^\"\\\\]|\\\\.)*)\""
              + "|(?<plain>[^\\s,\"]+))|(?<scheme>[\\w.~+-]+))");

  Challenge {
    parameters = Map.copyOf(parameters);
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** All challenges of all header lines, in order; what cannot be read ends its line. */
  static List<Challenge> parse(List<String> headers) {
    var challenges = new ArrayList<Challenge>();
    headers.forEach(h -> parse(h, challenges));
    return challenges;
  }

  private static void parse(String header, List<Challenge> into) {
    var matcher = PART.matcher(header);
    String scheme = "";
    var parameters = new LinkedHashMap<String, String>();
    while (matcher.lookingAt()) {
      var next = matcher.group("scheme");
      if (next == null) {
        parameters.put(
            matcher.group("name").toLowerCase(Locale.ROOT),
            value(matcher.group("quoted"), matcher.group("plain")));
      } else {
        add(scheme, parameters, into);
        scheme = next.toLowerCase(Locale.ROOT);
        parameters.clear();
      }
      matcher.region(matcher.end(), header.length());
    }
    add(scheme, parameters, into);
  }

  private static String value(@Nullable String quoted, @Nullable String plain) {
    if (quoted != null) {
      return quoted.replaceAll("\\\\(.)", "$1");
    }
    return plain == null ? "" : plain;
  }

  private static void add(String scheme, Map<String, String> parameters, List<Challenge> into) {
    if (!scheme.isEmpty()) {
      into.add(new Challenge(scheme, parameters));
    }
  }
}
