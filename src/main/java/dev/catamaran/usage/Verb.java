package dev.catamaran.usage;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A word that says what to do. What it takes is declared only when someone asks: a start needs to
 * know one verb well, and the names of the others.
 *
 * @param says what it does, for the help
 * @param verbs the words that may follow; a verb with such does nothing by itself
 * @param command declares what the verb takes, and then does it
 */
public record Verb(
    String name, String says, List<Verb> verbs, Function<Usage, Optional<Command>> command) {
  public Verb {
    verbs = List.copyOf(verbs);
  }

  public static Verb of(String name, String says, Function<Usage, Command> command) {
    return new Verb(name, says, List.of(), usage -> Optional.of(command.apply(usage)));
  }

  public static Verb group(String name, String says, List<Verb> verbs) {
    return new Verb(name, says, verbs, usage -> Optional.empty());
  }

  /** The verb of that name among those that may follow; a usage failure where there is none. */
  Verb named(String word) {
    for (var verb : verbs) {
      if (verb.name.equals(word)) {
        return verb;
      }
    }
    var names = verbs.stream().map(Verb::name).toList();
    throw UsageFailure.unknown("command", word, names);
  }
}
