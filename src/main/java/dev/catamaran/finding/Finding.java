package dev.catamaran.finding;

import dev.catamaran.model.NodeName;
import dev.catamaran.model.ServiceName;
import dev.catamaran.model.Where;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One thing to tell the user: what we saw, what stands in the way, what to do.
 *
 * @param message what is wrong, one sentence
 * @param where the place in the user's file, where there is one
 * @param subject the service and node it is about
 * @param reasons the facts that stand in the way
 * @param ways what the user can do, each printed behind {@code try:}
 * @param source who says so, where the rule comes from the capability matrix
 */
public record Finding(
    Severity severity,
    Code code,
    String message,
    Optional<Where> where,
    Subject subject,
    List<String> reasons,
    List<String> ways,
    Optional<String> source) {

  /** Place in the files first, then what has no place; ties by severity, code and text. */
  public static final Comparator<Finding> BY_PLACE = new ByPlace();

  /** What a finding is about, as far as that is known. */
  public record Subject(Optional<ServiceName> service, Optional<NodeName> node) {
    static final Subject NOTHING = new Subject(Optional.empty(), Optional.empty());
  }

  public Finding {
    reasons = List.copyOf(reasons);
    ways = List.copyOf(ways);
  }

  public static Finding error(Code code, String message) {
    return bare(Severity.ERROR, code, message);
  }

  public static Finding warning(Code code, String message) {
    return bare(Severity.WARNING, code, message);
  }

  public static Finding info(Code code, String message) {
    return bare(Severity.INFO, code, message);
  }

  private static Finding bare(Severity severity, Code code, String message) {
    return new Finding(
        severity,
        code,
        message,
        Optional.empty(),
        Subject.NOTHING,
        List.of(),
        List.of(),
        Optional.empty());
  }

  public Finding at(Where place) {
    return at(Optional.of(place));
  }

  public Finding at(Optional<Where> place) {
    return new Finding(severity, code, message, place, subject, reasons, ways, source);
  }

  public Finding of(ServiceName service) {
    return about(new Subject(Optional.of(service), subject.node()));
  }

  public Finding on(NodeName node) {
    return about(new Subject(subject.service(), Optional.of(node)));
  }

  private Finding about(Subject whom) {
    return new Finding(severity, code, message, where, whom, reasons, ways, source);
  }

  public Finding because(String... facts) {
    return because(List.of(facts));
  }

  public Finding because(List<String> facts) {
    return new Finding(severity, code, message, where, subject, facts, ways, source);
  }

  public Finding tryThis(String... ideas) {
    return tryThis(List.of(ideas));
  }

  public Finding tryThis(List<String> ideas) {
    return new Finding(severity, code, message, where, subject, reasons, ideas, source);
  }

  public Finding says(String who) {
    return new Finding(severity, code, message, where, subject, reasons, ways, Optional.of(who));
  }

  public boolean refuses() {
    return severity == Severity.ERROR;
  }
}
