package dev.catamaran.usage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One of a few words. */
public final class Choice<E extends Enum<E>> extends Option {
  private final List<E> all;
  private E value;

  Choice(Label label, E otherwise) {
    super(label);
    all = List.of(otherwise.getDeclaringClass().getEnumConstants());
    value = otherwise;
  }

  public E value() {
    return value;
  }

  @Override
  void keep(String text) {
    for (var one : all) {
      if (word(one).equalsIgnoreCase(text)) {
        value = one;
        return;
      }
    }
    throw new UsageFailure(
        label().name() + " is one of " + String.join(", ", words()) + ", not \"" + text + "\"");
  }

  @Override
  List<String> words() {
    var words = new ArrayList<String>();
    all.forEach(one -> words.add(word(one)));
    return words;
  }

  private String word(E one) {
    return one.name().toLowerCase(Locale.ROOT);
  }
}
