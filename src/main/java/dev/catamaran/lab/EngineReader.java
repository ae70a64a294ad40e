package dev.catamaran.lab;

import dev.catamaran.capability.FeatureRows;
import dev.catamaran.capability.Matrix;
import dev.catamaran.capability.Subject;
import dev.catamaran.cluster.Description;
import dev.catamaran.cluster.Description.Capacity;
import dev.catamaran.cluster.Description.Generic;
import dev.catamaran.cluster.Description.Plugin;
import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.model.EngineVersion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What the engine of a lab file's node describes of itself: resources, plugins, labels. */
final class EngineReader {
  static final List<String> KEYS = List.of("cpus", "memory", "generic", "plugins", "engine-labels");
  private static final List<String> LINUX_NETWORKS =
      List.of("bridge", "host", "ipvlan", "macvlan", "null", "overlay");
  private static final List<String> WINDOWS_NETWORKS =
      List.of(
          "ics",
          "internal",
          "l2bridge",
          "l2tunnel",
          "nat",
          "null",
          "overlay",
          "private",
          "transparent");
  private static final String LOG_FEATURES = "svc.logging.";

  /** Not a driver, but all that can be installed. */
  private static final String MANAGED = "svc.logging.plugin";

  /** The first engine that tells the managers its log drivers. */
  private static final EngineVersion TELLS_LOGS = new EngineVersion("17.05");

  private static final long NANOS = 1_000_000_000;
  private static final long DEFAULT_CPUS = 4;
  private static final long DEFAULT_MEMORY = 8L << 30;
  private static final Pattern MEMORY = Pattern.compile("(\\d{1,9})([kmgt]?)b?");

  private EngineReader() {}

  static Description read(Keys keys, NodeFacts facts) {
    long nanoCpus =
        keys.parsed("cpus", "number of CPUs", EngineReader::nanoCpus).orElse(DEFAULT_CPUS * NANOS);
    long memory =
        keys.parsed("memory", "amount of memory (such as 8g)", EngineReader::memory)
            .orElse(DEFAULT_MEMORY);
    var generic = each(keys, "generic", "gpu=2, or gpu=NAME for a single one", Generic::parse);
    var plugins = new ArrayList<>(builtIn(facts));
    plugins.addAll(each(keys, "plugins", "Volume/rexray", Plugin::parse));
    return new Description(
        Optional.of(new Capacity(nanoCpus, memory, generic)), plugins, keys.texts("engine-labels"));
  }

  private static <T> List<T> each(
      Keys keys, String key, String example, Function<String, Optional<T>> parser) {
    var read = new ArrayList<T>();
    for (var item : keys.list(key)) {
      var value = item instanceof Scalar s ? parser.apply(s.text()) : Optional.<T>empty();
      if (value.isEmpty()) {
        keys.complain(shown(item) + " is not of the form " + example, item);
      }
      value.ifPresent(read::add);
    }
    return read;
  }

  private static String shown(YamlNode item) {
    return item instanceof Scalar scalar ? "\"" + scalar.text() + "\"" : item.words();
  }

  /** No Windows engine has bridge or host. */
  private static List<Plugin> builtIn(NodeFacts facts) {
    boolean windows = facts.windows();
    var plugins = new ArrayList<Plugin>();
    (windows ? WINDOWS_NETWORKS : LINUX_NETWORKS)
        .forEach(n -> plugins.add(new Plugin(Plugin.NETWORK, n)));
    plugins.add(new Plugin(Plugin.VOLUME, "local"));
    if (facts.engine().filter(e -> e.atLeast(TELLS_LOGS)).isPresent()) {
      logs(facts).forEach(l -> plugins.add(new Plugin(Plugin.LOG, l)));
    }
    return plugins;
  }

  private static List<String> logs(NodeFacts facts) {
    var matrix = Matrix.load();
    return matrix.features(Subject.LOGGING).stream()
        .map(FeatureRows::feature)
        .filter(f -> f.id().startsWith(LOG_FEATURES) && !f.id().equals(MANAGED))
        .filter(f -> matrix.judge(f, facts).works())
        .map(f -> f.id().substring(LOG_FEATURES.length()))
        .sorted()
        .toList();
  }

  private static Optional<Long> nanoCpus(String text) {
    try {
      var nanos = new BigDecimal(text).multiply(BigDecimal.valueOf(NANOS));
      return nanos.signum() > 0 ? Optional.of(nanos.longValueExact()) : Optional.empty();
    } catch (ArithmeticException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static Optional<Long> memory(String text) {
    var matcher = MEMORY.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int shift = " kmgt".indexOf(matcher.group(2).isEmpty() ? " " : matcher.group(2)) * 10;
    return Optional.of(Long.parseLong(matcher.group(1)) << shift);
  }
}
