package dev.catamaran.cli;

import dev.catamaran.finding.Finding;
import dev.catamaran.json.Json;
import dev.catamaran.model.Where;
import java.util.List;
import java.util.Optional;

/** Findings as {@code catamaran/v1} JSON. */
final class FindingJson {
  static final String API_VERSION = "catamaran/v1";

  private FindingJson() {}

  static Json.Obj versioned() {
    return Json.object().with("apiVersion", API_VERSION);
  }

  static Json.Obj document(List<Finding> findings) {
    return versioned().with("findings", array(findings));
  }

  static Json array(List<Finding> findings) {
    return Json.array(findings.stream().map(FindingJson::object).toList());
  }

  private static Json.Obj object(Finding finding) {
    return Json.object()
        .with("severity", finding.severity().word())
        .with("code", finding.code().word())
        .with("message", finding.message())
        .with("where", where(finding.where()))
        .with("service", textOrNull(finding.subject().service().map(s -> s.text())))
        .with("node", textOrNull(finding.subject().node().map(n -> n.text())))
        .with("reasons", Json.Arr.ofTexts(finding.reasons()))
        .with("try", Json.Arr.ofTexts(finding.ways()))
        .with("source", textOrNull(finding.source()));
  }

  static Json where(Optional<Where> where) {
    return where
        .<Json>map(w ->
            Json.object().with("file", w.file()).with("line", w.line()).with("column", w.column()))
        .orElse(Json.Null.NULL);
  }

  static Json textOrNull(Optional<String> text) {
    return text.<Json>map(Json.Text::new).orElse(Json.Null.NULL);
  }
}
