package dev.catamaran.usage;

import java.util.ArrayList;
import java.util.List;

/** The script that makes bash (and zsh, by its bashcompinit) complete verbs, options and words. */
public final class Completion {
  private final StringBuilder paths = new StringBuilder();
  private final StringBuilder values = new StringBuilder();
  private final StringBuilder words = new StringBuilder();
  private final Usage everywhere;
  private final Verb program;

  private Completion(Verb program, Usage everywhere) {
    this.program = program;
    this.everywhere = everywhere;
  }

  /** Where no word is known, files are completed. */
  public static String script(Verb program, Usage everywhere) {
    var script = new Completion(program, everywhere);
    script.add(program.name(), program);
    return script.text();
  }

  private void add(String path, Verb verb) {
    var usage = verb.verbs().isEmpty() ? new Usage(everywhere) : everywhere;
    var _ = verb.command().apply(usage);
    var follow = new ArrayList<>(verb.verbs().stream().map(Verb::name).toList());
    for (var option : usage.options()) {
      follow.add(option.label().name());
      if (option.takesValue()) {
        row(values, asked(path, option.label()), option.words());
      }
    }
    row(words, quoted(path), follow);
    for (var next : verb.verbs()) {
      var longer = path + " " + next.name();
      paths.append("      ").append(quoted(longer)).append(") path+=\" ${COMP_WORDS[i]}\" ;;\n");
      add(longer, next);
    }
  }

  private static String asked(String path, Label label) {
    var name = quoted(path + " " + label.name());
    return label.letter().isEmpty() ? name : name + " | " + quoted(path + " " + label.letter());
  }

  private static void row(StringBuilder rows, String pattern, List<String> follow) {
    rows.append("    ").append(pattern).append(") words='");
    rows.append(String.join(" ", follow)).append("' ;;\n");
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }

  private String text() {
    var name = program.name();
    return """
    # Completion of NAME for bash. In zsh, first: autoload -U +X bashcompinit && bashcompinit
    _NAME() {
      local path=NAME words= i
      for ((i = 1; i < COMP_CWORD; i++)); do
        case "$path ${COMP_WORDS[i]}" in
    <paths>    esac
      done
      case $path in
    <words>  esac
      case "$path ${COMP_WORDS[COMP_CWORD - 1]}" in
    <values>  esac
      COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))
    }
    complete -o default -F _NAME NAME
    """
        .replace("NAME", name)
        .replace("<paths>", paths)
        .replace("<words>", words)
        .replace("<values>", values);
  }
}
