package dev.catamaran.finding;

/** May this node do that? Each answer names who says so. */
public sealed interface Verdict {
  /** The document, code or report the answer rests on. */
  String source();

  /** It works. */
  record Yes(String source) implements Verdict {}

  /** It works, on a condition or with a detour. */
  record With(String workaround, String source) implements Verdict {}

  /** It does not work. */
  record No(String reason, String wayOut, String source) implements Verdict {}

  /**
   * Nobody can tell: a fact is missing. Never taken for yes.
   *
   * @param fact what is not known
   * @param howToLearn what would tell
   */
  record Unknown(String fact, String howToLearn, String source) implements Verdict {}

  /** The word JSON uses: yes, with, no, unknown. */
  default String word() {
    return switch (this) {
      case Yes _ -> "yes";
      case With _ -> "with";
      case No _ -> "no";
      case Unknown _ -> "unknown";
    };
  }

  /** True for yes and with. */
  default boolean works() {
    return this instanceof Yes || this instanceof With;
  }

  /** One clause for people. */
  default String reason() {
    return switch (this) {
      case Yes _ -> "works";
      case With(var workaround, var _) -> workaround;
      case No(var reason, var _, var _) -> reason;
      case Unknown(var fact, var _, var _) -> fact + " is not known";
    };
  }
}
