package dev.catamaran.compose.syntax;

import dev.catamaran.compose.syntax.Token.Kind;
import java.util.HashMap;
import java.util.Map;

/** What the beginnings of tags stand for in one document. */
final class Tags {
  private static final Map<String, String> KNOWN =
      Map.of("", "", "!", "!", "!!", "tag:yaml.org,2002:");

  private final String file;
  private Map<String, String> declared = Map.of();

  Tags(String file) {
    this.file = file;
  }

  /** The document declares none. */
  void none() {
    declared = Map.of();
  }

  /** Takes the lines that begin with a percent sign. */
  void declare(Scanner scanner) {
    declared = new HashMap<>();
    boolean versioned = false;
    while (scanner.kind() == Kind.TAG_DIRECTIVE || scanner.kind() == Kind.VERSION_DIRECTIVE) {
      var token = scanner.take();
      boolean version = token.kind() == Kind.VERSION_DIRECTIVE;
      if (version ? versioned : declared.put(token.handle(), token.text()) != null) {
        throw Complaint.REPEATED_DIRECTIVE.at(token.start().in(file));
      }
      versioned |= version;
    }
  }

  /** The tag in full. */
  String full(Token tag, Spot node) {
    var known = KNOWN.getOrDefault(tag.handle(), "");
    var prefix = declared.getOrDefault(tag.handle(), known);
    if (prefix.isEmpty() && !tag.handle().isEmpty()) {
      throw Complaint.TAG_HANDLE.at(tag.start().in(file), "while parsing a node", node.in(file));
    }
    return prefix + tag.text();
  }
}
