package dev.catamaran.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void anOptionBringsItsValueInFiveWays() {
    var paint = Program.paint("-fa", "-f", "b", "-f=c", "--file", "d", "--file=e", "north");
    assertThat(paint.files.values()).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void flagsShareADashAndTheLastLetterMayBringAValue() {
    var paint = Program.paint("-wqn", "anna", "north");
    assertThat(paint.wet.on()).isTrue();
    assertThat(paint.quick.on()).isTrue();
    assertThat(paint.name.value()).contains("anna");
  }

  @Test
  void aFlagMaySayNo() {
    var paint = Program.paint("--wet=false", "--quick=true", "north");
    assertThat(paint.wet.on()).isFalse();
    assertThat(paint.quick.on()).isTrue();
    fails("true or false", "paint", "--wet=maybe", "north");
  }

  @Test
  void whatIsNotSaidHasItsDefault() {
    var paint = Program.paint("north");
    assertThat(paint.wet.on()).isFalse();
    assertThat(paint.name.value()).isEmpty();
    assertThat(paint.files.values()).isEmpty();
    assertThat(paint.coats.value()).isEqualTo(2);
    assertThat(paint.colour.value()).isEqualTo(Program.Colour.RED);
  }

  @Test
  void optionsAndOperandsMix() {
    var paint = Program.paint("north", "--colour", "Green", "front", "--coats", "-1", "back");
    assertThat(paint.wall.value()).contains("north");
    assertThat(paint.doors.values()).containsExactly("front", "back");
    assertThat(paint.colour.value()).isEqualTo(Program.Colour.GREEN);
    assertThat(paint.coats.value()).isEqualTo(-1);
  }

  @Test
  void aDashIsAWordAndTwoDashesEndOptions() {
    var paint = Program.paint("-f", "-", "-", "--", "-w", "--");
    assertThat(paint.files.values()).containsExactly("-");
    assertThat(paint.wall.value()).contains("-");
    assertThat(paint.doors.values()).containsExactly("-w", "--");
    assertThat(paint.wet.on()).isFalse();
  }

  @Test
  void whatEveryVerbTakesMayStandBeforeAndAfterIt() {
    var before = new Program();
    before.read("--debug", "paint", "north");
    assertThat(before.debug.on()).isTrue();
    var after = new Program();
    after.read("paint", "north", "-D");
    assertThat(after.debug.on()).isTrue();
  }

  @Test
  void misspeltWordsAreAnsweredWithTheNearOne() {
    fails("no command \"pint\"; did you mean paint?", "pint");
    fails("no option \"--fil\"; did you mean --file?", "paint", "--fil", "x");
    fails("no option \"-x\"", "paint", "-x");
  }

  @Test
  void whatCannotBeMeant() {
    fails("--name is given twice", "paint", "-n", "a", "--name=b", "north");
    fails("--name needs a NAME", "paint", "north", "--name");
    fails("--coats takes a number, not \"many\"", "paint", "--coats=many", "north");
    fails("one of red, green, not \"blue\"", "paint", "--colour", "blue", "north");
    fails("WALL is missing", "paint", "-w");
    fails("\"more\" is one word too many", "shop", "buy", "more");
  }

  @Test
  void wordsThatEndEarlyNameNoCommand() {
    var line = new Program().line();
    assertThat(line.read(List.of("shop"))).isEmpty();
    assertThat(line.path()).isEqualTo("painter shop");
  }

  private static void fails(String message, String... words) {
    assertThatThrownBy(() -> new Program().read(words))
        .isInstanceOf(UsageFailure.class)
        .hasMessageContaining(message);
  }
}
