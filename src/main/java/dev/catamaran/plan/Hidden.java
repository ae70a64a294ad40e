package dev.catamaran.plan;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps what looks like a credential off screens, logs and reports. */
final class Hidden {
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "(?i).*(passw|pwd|secret|token|credential|api_?key|private_?key|connectionstring).*");
  private static final Pattern EMBEDDED =
      Pattern.compile(
          "(?i)(passw(?:or)?d|pwd|secret|token|sig|accountkey)(\\s*[=:]\\s*)[^;&\\s]+|(//[^/:@\\s]+:)[^@/\\s]+@");
  private static final Pattern VALUES =
      Pattern.compile("(^|\\.)(environment|options|driver_opts)\\.");
  private static final String HIDDEN = "(hidden)";

  private Hidden() {}

  /** The text to show for a field; comparing is done on the true text. */
  static String shown(String path, String text) {
    var name = path.substring(path.lastIndexOf('.') + 1);
    if (VALUES.matcher(path).find() && CREDENTIAL.matcher(name).matches()) {
      return HIDDEN;
    }
    return EMBEDDED.matcher(text).replaceAll(Hidden::replacement);
  }

  private static String replacement(MatchResult match) {
    var kept =
        match.group(1) != null
            ? match.group(1) + match.group(2) + HIDDEN
            : match.group(3) + HIDDEN + "@";
    return Matcher.quoteReplacement(kept);
  }
}
