package dev.catamaran.usage;

import java.util.ArrayList;
import java.util.List;

/**
 * What a verb takes: declared first, filled in by the words that follow it, read by its command.
 */
public final class Usage {
  private final List<Option> options = new ArrayList<>();
  private final List<Option> operands = new ArrayList<>();
  private final List<Option> required = new ArrayList<>();
  private final List<Option> everywhere;

  /** What is declared here is taken everywhere below. */
  public Usage() {
    everywhere = List.of();
  }

  /** Takes what every verb takes, too. */
  public Usage(Usage above) {
    everywhere = List.copyOf(above.options());
  }

  /** An option without a value: {@code -y, --yes}. */
  public Flag flag(String label, String says) {
    return with(new Flag(Label.of(label, says)));
  }

  /** An option with any text: {@code -p, --project-name=NAME}. */
  public Text text(String label, String says) {
    return with(new Text(Label.of(label, says)));
  }

  /** As {@link #text}, as often as the user likes. */
  public Texts texts(String label, String says) {
    return with(new Texts(Label.of(label, says + "; may be given several times.")));
  }

  /** An option with a whole number. */
  public Whole whole(String label, int otherwise, String says) {
    return with(new Whole(Label.of(label, says + " (default: " + otherwise + ")."), otherwise));
  }

  /** An option with one word of an enum. */
  public <E extends Enum<E>> Choice<E> choice(String label, E otherwise, String says) {
    return with(new Choice<>(Label.of(label, says), otherwise));
  }

  /** A word that must follow. */
  public Text operand(String name, String says) {
    var operand = optionalOperand(name, says);
    required.add(operand);
    return operand;
  }

  /** A word that may follow. */
  public Text optionalOperand(String name, String says) {
    var operand = new Text(Label.of(name, says));
    operands.add(operand);
    return operand;
  }

  /** Words that may follow, after all other operands. */
  public Texts operands(String name, String says) {
    var operand = new Texts(Label.of(name, says));
    operands.add(operand);
    return operand;
  }

  private <O extends Option> O with(O option) {
    options.add(option);
    return option;
  }

  /** In the order they were declared, those of every verb last. */
  List<Option> options() {
    var all = new ArrayList<>(options);
    all.addAll(everywhere);
    return all;
  }

  List<Option> operands() {
    return operands;
  }

  boolean requires(Option operand) {
    return required.contains(operand);
  }

  /** A usage failure where a word that must follow does not. */
  void demandOperands() {
    for (var operand : required) {
      if (!operand.given()) {
        throw new UsageFailure(operand.label().name() + " is missing");
      }
    }
  }
}
