package dev.catamaran.compose.syntax;

import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Where;

/** What can be wrong with a YAML text, in words for the person who wrote it. */
enum Complaint {
  TAB("a tab stands where YAML wants spaces", "indent with spaces only"),
  SECOND_COLON(
      "a second \": \" in one line, or a line that is indented too far",
      "put quotes around a value that contains \": \", or align the key"),
  NO_COLON("a key without a \":\" behind it", "write \"key: value\", with the colon and a space"),
  INDENTATION(
      "the indentation does not fit the lines above",
      "align the line with the keys or list items it belongs to"),
  OPEN_QUOTES("a quoted text that begins above is never closed", "close the quotes"),
  OPEN_BRACKETS(
      "a list or mapping in brackets is not closed, or lacks a comma",
      "close the bracket, or put the comma"),
  CHARACTER("a character that cannot begin a value here", "put the value in quotes"),
  ESCAPE(
      "an escape that YAML does not know, in a double-quoted text",
      "write Windows paths in single quotes, or double each backslash"),
  NO_VALUE(
      "a value is missing here",
      "write a value, or put one that begins with a special character in quotes"),
  LIST_ITEM("a list item cannot begin here", "put \"- \" on a line of its own, below the key"),
  KEY("a key cannot begin here", "put the key on a line of its own"),
  DOCUMENT_IN_QUOTES(
      "a document ends inside a quoted text that begins above", "close the quotes before"),
  NAME("an anchor's name has letters, digits, - and _ only", "write another name"),
  ZERO_INDENTATION("a block text is indented by 1 to 9", "leave the digit out"),
  LINE_END(
      "only a comment may stand behind the | or > that begins a block text",
      "put quotes around a value that begins with | or >"),
  DIRECTIVE("a directive that YAML does not know", "remove the line that begins with %"),
  VERSION("a version of YAML that is neither 1.1 nor 1.2", "remove the line that begins with %"),
  REPEATED_DIRECTIVE("a directive that stands above already", "remove one of the two"),
  TAG("a tag that cannot be read", "write it as !name, with a space behind it"),
  TAG_HANDLE("a tag whose beginning no %TAG line declares", "write it as !name"),
  DOCUMENT_START("a document begins with ---", "put --- before it, or remove what stands here");

  private final String message;
  private final String way;

  Complaint(String message, String way) {
    this.message = message;
    this.way = way;
  }

  BrokenYaml at(Where where) {
    return new BrokenYaml(finding(where));
  }

  /**
   * With where the thing began that went wrong.
   *
   * @param doing a clause: {@code while parsing a block mapping}
   */
  BrokenYaml at(Where where, String doing, Where begun) {
    var finding = finding(where);
    return new BrokenYaml(
        begun.equals(where) ? finding : finding.because(doing + " that begins at " + begun));
  }

  private Finding finding(Where where) {
    return Finding.error(Code.YAML_BROKEN, "broken YAML: " + message).at(where).tryThis(way);
  }
}
