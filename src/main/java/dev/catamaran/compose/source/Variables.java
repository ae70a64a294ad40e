package dev.catamaran.compose.source;

import java.util.HashMap;
import java.util.Map;

/**
 * What {@code ${NAME}} may stand for.
 *
 * @param process the operator's environment and the files named by {@code --env-file}
 * @param dotenv the project's {@code .env}, which {@code docker stack} does not read
 */
public record Variables(Map<String, String> process, Map<String, String> dotenv) {
  public Variables {
    process = Map.copyOf(process);
    dotenv = Map.copyOf(dotenv);
  }

  /** The process over the file. */
  public Map<String, String> all() {
    var all = new HashMap<>(dotenv);
    all.putAll(process);
    return Map.copyOf(all);
  }

  /** With one more variable, which wins. */
  public Variables with(String name, String value) {
    var more = new HashMap<>(process);
    more.put(name, value);
    return new Variables(more, dotenv);
  }
}
