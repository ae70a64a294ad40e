package dev.catamaran.plan;

import dev.catamaran.model.Where;
import java.util.Optional;

/**
 * Why a field changes.
 *
 * @param kind what moved: the file, a decision of the plan, or somebody's hand
 * @param reason one clause for people
 * @param where the line that asks for it, where there is one
 * @param source who says so, where a decision rests on the capability matrix
 */
public record Cause(Kind kind, String reason, Optional<Where> where, Optional<String> source) {

  /** What moved. */
  public enum Kind {
    /** The file says something else, or nothing any more. */
    FILE("file"),
    /** The plan decided otherwise. */
    DECISION("decision"),
    /** The engine holds something else than what our last deploy gave it. */
    DRIFT("drift");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word JSON uses. */
    public String word() {
      return word;
    }
  }

  static Cause file(String reason, Optional<Where> where) {
    return new Cause(Kind.FILE, reason, where, Optional.empty());
  }

  static Cause decision(String reason, Optional<Where> where) {
    return new Cause(Kind.DECISION, reason, where, Optional.empty());
  }

  Cause says(String who) {
    return new Cause(kind, reason, where, Optional.of(who));
  }

  Cause drifted(String how) {
    return new Cause(Kind.DRIFT, how + " since our last deploy; " + reason, where, source);
  }
}
