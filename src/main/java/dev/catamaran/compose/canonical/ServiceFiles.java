package dev.catamaran.compose.canonical;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.catamaran.compose.text.Dotenv;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Faults;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.model.ServiceName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Env files and label files, read into the attributes that they stand for. */
final class ServiceFiles {
  private static final String ENVIRONMENT = "environment";
  private static final String LABELS = "labels";
  private static final String ENV_FILE = "env_file";
  private static final String LABEL_FILE = "label_file";

  private final Context context;
  private final Faults faults;
  private final Map<String, Optional<String>> texts;

  ServiceFiles(Context context, Faults faults) {
    this(context, faults, new HashMap<>());
  }

  private ServiceFiles(Context context, Faults faults, Map<String, Optional<String>> texts) {
    this.context = context;
    this.faults = faults;
    this.texts = texts;
  }

  /** The services with what their files say, in place of the files. */
  List<Entry> applied(Map<String, Entry> services) {
    var applied = new ArrayList<Entry>(services.size());
    for (var entry : services.values()) {
      applied.add(
          entry.value() instanceof Mapping service
              ? new Entry(entry.key(), Replicas.agreed(of(entry).applied(service)))
              : entry);
    }
    return applied;
  }

  /** The same, in the name of the service. */
  private ServiceFiles of(Entry service) {
    return ServiceName.parse(service.name())
        .map(n -> new ServiceFiles(context, faults.of(n), texts))
        .orElse(this);
  }

  private Mapping applied(Mapping service) {
    var done = service;
    if (service.entry(ENV_FILE).isPresent() || service.entry(ENVIRONMENT).isPresent()) {
      done = replaced(done, ENV_FILE, ENVIRONMENT, environment(service));
    }
    return service.entry(LABEL_FILE).isPresent()
        ? replaced(done, LABEL_FILE, LABELS, labels(service))
        : done;
  }

  /** The file's key goes; the other one takes its place if it has none yet. */
  private static Mapping replaced(
      Mapping service, String fileKey, String key, Map<String, Entry> values) {
    var entries = new ArrayList<Entry>();
    boolean placed = values.isEmpty();
    boolean own = service.entry(key).isPresent();
    for (var entry : service.entries()) {
      boolean here = own ? entry.name().equals(key) : entry.name().equals(fileKey);
      if (here && !placed) {
        var name = own ? entry.key() : Made.text(key, entry.key().where());
        entries.add(
            new Entry(name, Made.mapping(entry.value().where(), List.copyOf(values.values()))));
        placed = true;
      } else if (!here && !entry.name().equals(fileKey)) {
        entries.add(entry);
      }
    }
    return Made.like(service, entries);
  }

  private Map<String, Entry> environment(Mapping service) {
    var all = new TreeMap<String, Entry>();
    var own = Found.entries(service, ENVIRONMENT).stream().map(this::fromOperator).toList();
    var known = new HashMap<String, String>();
    own.forEach(e -> text(e).ifPresent(t -> known.put(e.name(), t)));
    known.putAll(context.variables());
    var earlier = new HashMap<String, String>();
    for (var item : Found.items(service, ENV_FILE)) {
      if (item instanceof Mapping file) {
        var values = values(file, known, earlier);
        earlier.putAll(values);
        put(values, Found.scalar(file, "path").map(YamlNode.class::cast).orElse(file), all);
      }
    }
    own.forEach(e -> all.put(e.name(), e));
    return all;
  }

  private Entry fromOperator(Entry entry) {
    var value = text(entry).isEmpty() ? context.variables().get(entry.name()) : null;
    return value == null ? entry : new Entry(entry.key(), Made.text(value, entry.value().where()));
  }

  private static Optional<String> text(Entry entry) {
    return entry.value() instanceof Scalar s && !s.isNull()
        ? Optional.of(s.asText())
        : Optional.empty();
  }

  private Map<String, Entry> labels(Mapping service) {
    var all = new TreeMap<String, Entry>();
    var earlier = new HashMap<String, String>();
    for (var item : Found.items(service, LABEL_FILE)) {
      if (item instanceof Scalar path) {
        var values = text(path, true).map(t -> dotenv(path, t, earlier, Map.of())).orElse(Map.of());
        earlier.putAll(values);
        put(values, path, all);
      }
    }
    Found.entries(service, LABELS).forEach(e -> all.put(e.name(), e));
    return all;
  }

  private static void put(Map<String, String> values, YamlNode from, Map<String, Entry> all) {
    values.forEach(
        (name, value) -> all.put(name, Made.entry(name, Made.text(value, from.where()))));
  }

  private Map<String, String> values(
      Mapping file, Map<String, String> known, Map<String, String> earlier) {
    var path = Found.scalar(file, "path");
    if (path.isEmpty()) {
      return Map.of();
    }
    boolean required = !Found.text(file, "required").equals("false");
    var text = text(path.get(), required);
    var format = Found.scalar(file, "format");
    if (text.isEmpty()) {
      return Map.of();
    }
    return switch (format.map(Scalar::text).orElse("")) {
      case "", ".env" -> dotenv(path.get(), text.get(), known, earlier);
      case "raw" -> Dotenv.raw(text.get(), known);
      default -> {
        faults.invalid(
            format.map(Scalar::where).orElse(file.where()),
            "an env file has no format \"" + format.map(Scalar::text).orElse("") + "\"",
            "write raw, or remove format");
        yield Map.of();
      }
    };
  }

  private Map<String, String> dotenv(
      Scalar path, String text, Map<String, String> known, Map<String, String> earlier) {
    return switch (Dotenv.read(path.text(), text, known, earlier)) {
      case Outcome.Accepted<Map<String, String>>(var values, var findings) -> {
        faults.addAll(findings);
        yield values;
      }
      case Outcome.Refused<Map<String, String>>(var findings) -> {
        faults.addAll(findings);
        yield Map.of();
      }
    };
  }

  /** Many services name the same file, so each is read once. */
  private Optional<String> text(Scalar path, boolean required) {
    var text =
        texts.computeIfAbsent(
            path.text(), p -> context.files().read(p).map(bytes -> new String(bytes, UTF_8)));
    if (text.isEmpty() && required) {
      faults.add(
          Finding.error(Code.FILE_MISSING, "the file " + path.text() + " cannot be read")
              .at(path.where())
              .tryThis("create it", "write required: false below its path"));
    }
    return text;
  }
}
