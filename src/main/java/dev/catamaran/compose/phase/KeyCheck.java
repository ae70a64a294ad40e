package dev.catamaran.compose.phase;

import dev.catamaran.compose.phase.KeyRow.Treatment.Handled;
import dev.catamaran.compose.phase.KeyRow.Treatment.NotApplied;
import dev.catamaran.compose.phase.KeyRow.Treatment.NotSupported;
import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Entry;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Severity;
import dev.catamaran.model.ServiceName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks up every key of a file in the table, and says what does not reach the project. */
public final class KeyCheck {
  private final List<Finding> findings = new ArrayList<>();

  private KeyCheck() {}

  public static List<Finding> of(Mapping file) {
    var check = new KeyCheck();
    check.walk(file, KeyTree.COMPOSE, List.of());
    return check.findings;
  }

  private void walk(YamlNode node, KeyTree table, List<String> path) {
    switch (node) {
      case Mapping mapping -> mapping(mapping, table, path);
      case Sequence list -> list.items().forEach(i -> walk(i, table.item(), path));
      case Scalar _ -> {}
    }
  }

  private void mapping(Mapping mapping, KeyTree table, List<String> path) {
    for (var entry : mapping.entries()) {
      if (entry.key().kind() != ScalarKind.STRING) {
        var message = "a key must be a string, and " + entry.name() + " is " + entry.key().words();
        add(
            Finding.error(Code.VALUE_INVALID, message)
                .at(entry.key().where())
                .tryThis("put quotes around it"),
            path);
      }
    }
    if (!table.free()) {
      var known = table.names();
      var strangers =
          new Mapping(
              mapping.entries().stream().filter(e -> !table.allows(e.name())).toList(),
              mapping.tag(),
              mapping.where());
      strangers
          .unknownKeys(known, path.isEmpty() ? "in the file" : "in " + String.join(".", path))
          .forEach(f -> add(f, path));
    }
    mapping.entries().stream()
        .filter(e -> table.allows(e.name()) && !e.name().startsWith("x-"))
        .forEach(e -> entry(e, table.key(e.name()), path));
  }

  private void entry(Entry entry, KeyTree row, List<String> path) {
    switch (row.treatment()) {
      case NotApplied _, NotSupported _ when saysNothing(entry.value()) -> {}
      case Handled _ ->
          walk(entry.value(), row, Stream.concat(path.stream(), Stream.of(entry.name())).toList());
      case NotApplied(var severity, var why, var instead) ->
          add(finding(entry, severity, Code.KEY_NOT_APPLIED, why, instead), path);
      case NotSupported(var severity, var why, var instead) ->
          add(finding(entry, severity, Code.KEY_NOT_SUPPORTED, why, instead), path);
    }
  }

  private static Finding finding(
      Entry entry, Severity severity, Code code, String why, List<String> instead) {
    var left = "\"" + entry.name() + "\" is left out: " + why;
    var finding =
        switch (severity) {
          case ERROR ->
              Finding.error(code, "\"" + entry.name() + "\" cannot be carried over: " + why);
          case WARNING -> Finding.warning(code, left);
          case INFO -> Finding.info(code, left);
        };
    return finding.at(entry.key().where()).tryThis(instead);
  }

  private void add(Finding finding, List<String> path) {
    boolean inService = path.size() > 1 && path.getFirst().equals("services");
    findings.add(
        inService ? ServiceName.parse(path.get(1)).map(finding::of).orElse(finding) : finding);
  }

  /** Null, false, an empty text, list or mapping: leaving it out changes nothing. */
  private static boolean saysNothing(YamlNode value) {
    return switch (value) {
      case Mapping m -> m.entries().isEmpty();
      case Sequence s -> s.items().isEmpty();
      case Scalar s -> s.isNull() || s.text().isEmpty() || s.asText().equals("false");
    };
  }
}
