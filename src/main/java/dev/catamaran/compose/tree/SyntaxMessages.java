package dev.catamaran.compose.tree;

import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Where;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** The parser's complaints in words for the person who wrote the file. */
final class SyntaxMessages {
  /** One complaint, recognised by a part of the parser's text. */
  private record Saying(String part, String message, String way) {}

  private static final List<Saying> SAYINGS =
      List.of(
          new Saying("\\t(TAB)", "a tab stands where YAML wants spaces", "indent with spaces only"),
          new Saying(
              "mapping values are not allowed here",
              "a second \": \" in one line, or a line that is indented too far",
              "put quotes around a value that contains \": \", or align the key"),
          new Saying(
              "could not find expected ':'",
              "a key without a \":\" behind it",
              "write \"key: value\", with the colon and a space"),
          new Saying(
              "expected <block end>",
              "the indentation does not fit the lines above",
              "align the line with the keys or list items it belongs to"),
          new Saying(
              "found unexpected end of stream",
              "a quoted text that begins above is never closed",
              "close the quotes"),
          new Saying(
              "expected ',' or",
              "a list or mapping in brackets is not closed, or lacks a comma",
              "close the bracket, or put the comma"),
          new Saying(
              "that cannot start any token",
              "a character that cannot begin a value here",
              "put the value in quotes"),
          new Saying(
              "unknown escape character",
              "an escape that YAML does not know, in a double-quoted text",
              "write Windows paths in single quotes, or double each backslash"),
          new Saying(
              "expected escape sequence",
              "an escape that YAML does not know, in a double-quoted text",
              "write Windows paths in single quotes, or double each backslash"),
          new Saying(
              "expected the node content",
              "a value is missing here",
              "write a value, or put one that begins with a special character in quotes"));

  private SyntaxMessages() {}

  static Finding finding(String file, MarkedYamlEngineException syntax) {
    var problem = Optional.ofNullable(syntax.getProblem()).orElse("unreadable");
    var place = syntax.getProblemMark().or(syntax::getContextMark).map(m -> where(file, m));
    var finding =
        SAYINGS.stream()
            .filter(s -> problem.contains(s.part))
            .findFirst()
            .map(s -> error(s.message).tryThis(s.way))
            .orElseGet(() -> error(problem));
    var begun = syntax.getContextMark().map(m -> where(file, m));
    return begun.isPresent() && syntax.getContext() != null && !begun.equals(place)
        ? finding.at(place).because(syntax.getContext() + " that begins at " + begun.get())
        : finding.at(place.orElse(new Where(file, 1, 1)));
  }

  private static Finding error(String message) {
    return Finding.error(Code.YAML_BROKEN, "broken YAML: " + message);
  }

  static Where where(String file, Mark mark) {
    return new Where(file, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
