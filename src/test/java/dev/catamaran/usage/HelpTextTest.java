package dev.catamaran.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HelpTextTest {
  @Test
  void ofAGroup() {
    assertThat(new Program().line().help())
        .isEqualTo(
            """
            Usage: painter [OPTIONS] COMMAND

            Paints.

            Commands:
              paint  Paint a wall.
              shop   Colours.

            Options:
              -D, --debug  Print more.
            """);
  }

  @Test
  void ofAVerb() {
    var line = new Program().line();
    assertThat(line.read(List.of("paint"))).isPresent();
    assertThat(line.help())
        .isEqualTo(
            """
            Usage: painter paint [OPTIONS] WALL [DOOR...]

            Paint a wall.

            Operands:
              WALL  Which wall.
              DOOR  Doors in it, which stay as they are.

            Options:
              -w, --wet            While it is wet.
              -q, --quick          Now.
              -n, --name=NAME      Whose it is.
              -f, --file=FILE      Where it is said; may be given several times.
                  --coats=NUMBER   How often (default: 2).
                  --colour=COLOUR  red (default) or green.
              -D, --debug          Print more.
            """);
  }

  @Test
  void linesAreNoWiderThanATerminal() {
    var wordy = Verb.of("x", "word ".repeat(40).strip(), u -> () -> 0);
    var help = new HelpText("x", wordy, new Usage()).text();
    assertThat(help.lines()).allMatch(l -> l.length() <= 80).hasSizeGreaterThan(4);
  }
}
