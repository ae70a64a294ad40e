package dev.catamaran.compose;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.spec.Capabilities;
import dev.catamaran.spec.Driver;
import dev.catamaran.spec.Execution;
import dev.catamaran.spec.Execution.Terminal;
import dev.catamaran.spec.Kernel;
import dev.catamaran.spec.Kernel.Ulimit;
import dev.catamaran.spec.Privileges;
import dev.catamaran.spec.Privileges.CredentialSpec;
import dev.catamaran.spec.Resolver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads how a container is run: terminal, names, rights, kernel settings, logs. */
final class ExecutionReader {
  private static final int MOST_OOM = 1000;

  private final Fields service;
  private final Values values;

  ExecutionReader(Fields service) {
    this.service = service;
    this.values = service.values();
  }

  Execution read() {
    return new Execution(
        new Terminal(service.flag("tty"), service.flag("stdin_open")),
        service.node("init").flatMap(values::flag),
        service.text("stop_signal"),
        service.flag("read_only"),
        resolver(),
        privileges(),
        new Kernel(service.labels("sysctls"), ulimits(), oomScore()),
        logging());
  }

  private Resolver resolver() {
    return new Resolver(
        service.texts("dns"),
        service.texts("dns_search"),
        service.texts("dns_opt"),
        service.items("extra_hosts").stream().flatMap(n -> host(n).stream()).toList());
  }

  /** One name with its address: the first {@code =}, else the first colon, stands between them. */
  private Optional<String> host(YamlNode node) {
    return values
        .text(node)
        .flatMap(text -> {
          int sign = text.indexOf('=') >= 0 ? text.indexOf('=') : text.indexOf(':');
          return sign > 0 && sign < text.length() - 1
              ? Optional.of(text.substring(sign + 1) + " " + text.substring(0, sign))
              : values.wrong(node, "a name and an address", "write NAME=ADDRESS");
        });
  }

  private Privileges privileges() {
    return new Privileges(
        service.items("group_add").stream().flatMap(n -> values.loose(n).stream()).toList(),
        Capabilities.effective(service.texts("cap_add"), service.texts("cap_drop")),
        service.node("credential_spec").flatMap(n -> credentialSpec(Fields.of(n, values))));
  }

  private Optional<CredentialSpec> credentialSpec(Fields fields) {
    var named =
        List.of(
                new Named("config", CredentialSpec.Source.CONFIG),
                new Named("file", CredentialSpec.Source.FILE),
                new Named("registry", CredentialSpec.Source.REGISTRY))
            .stream()
            .filter(n -> fields.text(n.key()).isPresent())
            .toList();
    if (named.size() != 1) {
      values
          .faults()
          .invalid(
              fields.where(),
              "a credential spec comes from one place, not " + named.size(),
              "write one of config:, file: or registry:");
      return Optional.empty();
    }
    var one = named.getFirst();
    return fields.text(one.key()).map(value -> new CredentialSpec(one.source(), value));
  }

  private record Named(String key, CredentialSpec.Source source) {}

  private Map<String, Ulimit> ulimits() {
    var limits = new LinkedHashMap<String, Ulimit>();
    for (var entry : service.below("ulimits").named()) {
      ulimit(entry).ifPresent(limit -> limits.put(entry.name(), limit));
    }
    return limits;
  }

  private Optional<Ulimit> ulimit(Entry entry) {
    if (!(entry.value() instanceof Mapping)) {
      return values.whole(entry.value()).map(Ulimit::new);
    }
    var both = Fields.of(entry.value(), values);
    var soft = both.node("soft").flatMap(values::whole);
    var hard = both.node("hard").flatMap(values::whole);
    return soft.flatMap(s -> hard.map(h -> new Ulimit(s, h)));
  }

  private OptionalInt oomScore() {
    var score = service.node("oom_score_adj").flatMap(values::whole);
    if (score.filter(n -> Math.abs(n) > MOST_OOM).isPresent()) {
      values.wrong(
          service.node("oom_score_adj").orElseThrow(),
          "a number from -1000 to 1000",
          "write a number in this range");
      return OptionalInt.empty();
    }
    return score.map(n -> OptionalInt.of(n.intValue())).orElseGet(OptionalInt::empty);
  }

  private Driver logging() {
    var logging = service.below("logging");
    return new Driver(logging.text("driver"), logging.labels("options"));
  }
}
