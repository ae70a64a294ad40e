package dev.catamaran.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A network as an engine holds it.
 *
 * @param driver {@code overlay} for every network a Swarm service can span nodes on
 * @param options driver options; {@code encrypted} is the one that matters most here
 */
public record NetworkSpec(
    String name,
    String driver,
    Map<String, String> options,
    boolean attachable,
    boolean internal,
    Map<String, String> labels,
    Addressing addressing) {
  public NetworkSpec {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }

  /** Nothing written of addresses. */
  public NetworkSpec(
      String name,
      String driver,
      Map<String, String> options,
      boolean attachable,
      boolean internal,
      Map<String, String> labels) {
    this(name, driver, options, attachable, internal, labels, Addressing.DEFAULT);
  }

  /** Docker reads any value but an explicit "false" as yes, the empty one included. */
  public boolean encrypted() {
    var value = options.get("encrypted");
    return value != null && !value.equalsIgnoreCase("false") && !value.equals("0");
  }
}
