package dev.catamaran.usage;

import java.util.ArrayList;
import java.util.List;

/** A small program with a verb that takes a bit of everything. */
final class Program {
  final Usage everywhere = new Usage();
  final Flag debug = everywhere.flag("-D, --debug", "Print more.");
  final Verb verbs =
      Verb.group(
          "painter",
          "Paints.",
          List.of(
              Verb.of("paint", "Paint a wall.", Paint::new),
              Verb.group(
                  "shop", "Colours.", List.of(Verb.of("buy", "Buy colours.", u -> () -> 0)))));

  enum Colour {
    RED,
    GREEN
  }

  static final class Paint implements Command {
    final Flag wet;
    final Flag quick;
    final Text name;
    final Texts files;
    final Whole coats;
    final Choice<Colour> colour;
    final Text wall;
    final Texts doors;

    Paint(Usage usage) {
      wet = usage.flag("-w, --wet", "While it is wet.");
      quick = usage.flag("-q, --quick", "Now.");
      name = usage.text("-n, --name=NAME", "Whose it is.");
      files = usage.texts("-f, --file=FILE", "Where it is said");
      coats = usage.whole("--coats=NUMBER", 2, "How often");
      colour = usage.choice("--colour=COLOUR", Colour.RED, "red (default) or green.");
      wall = usage.operand("WALL", "Which wall.");
      doors = usage.operands("DOOR", "Doors in it, which stay as they are.");
    }

    @Override
    public int run() {
      return 0;
    }
  }

  CommandLine line() {
    return new CommandLine(verbs, everywhere);
  }

  Command read(String... words) {
    var line = line();
    var command = line.read(List.of(words)).orElseThrow();
    line.demandOperands();
    return command;
  }

  /** What {@code painter paint} is told by these words. */
  static Paint paint(String... words) {
    var all = new ArrayList<>(List.of("paint"));
    all.addAll(List.of(words));
    return (Paint) new Program().read(all.toArray(new String[0]));
  }
}
