package dev.catamaran.compose.canonical;

import dev.catamaran.compose.canonical.Form.Value;
import dev.catamaran.compose.text.CommandLoss;
import dev.catamaran.compose.text.CommandWords;
import dev.catamaran.compose.text.Quantities;
import dev.catamaran.compose.text.Span;
import dev.catamaran.compose.tree.ScalarKind;
import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.finding.Faults;
import dev.catamaran.model.Decimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Single values in the form that Docker Compose prints. */
final class ValueText {
  private static final int OCTAL = 8;

  private final Faults faults;
  private final PairText pairs;

  ValueText(Faults faults) {
    this.faults = faults;
    this.pairs = new PairText(faults);
  }

  YamlNode print(YamlNode node, Value form) {
    return switch (form) {
      case PAIRS -> pairs.pairs(node, false);
      case ENVIRONMENT -> pairs.pairs(node, true);
      case HOSTS -> pairs.hosts(node);
      case SSH -> pairs.sshKeys(node);
      case OPTIONS -> pairs.options(node);
      case COMMAND -> command(node);
      case PROBE -> probe(node);
      case TEXTS -> texts(node);
      case LIMITS -> limits(node);
      case TEXT, FLAG, WHOLE, COUNT, REAL, BYTES, SPAN, MODE, DEVICES ->
          node instanceof Scalar s ? scalar(s, form) : node;
    };
  }

  private YamlNode scalar(Scalar scalar, Value form) {
    return switch (form) {
      case FLAG -> flag(scalar);
      case WHOLE -> whole(scalar);
      case COUNT -> count(scalar);
      case REAL -> real(scalar);
      case BYTES -> bytes(scalar);
      case SPAN -> span(scalar);
      case MODE -> mode(scalar);
      case DEVICES ->
          scalar.asText().toLowerCase(Locale.ROOT).equals("all")
              ? Made.number(-1, scalar.where())
              : whole(scalar);
      default -> text(scalar);
    };
  }

  private YamlNode text(Scalar scalar) {
    return switch (scalar.kind()) {
      case STRING -> scalar;
      case INTEGER -> Made.text(scalar.asText(), scalar.where());
      case BOOLEAN, FLOAT, DATE, NULL ->
          wrong(
              scalar,
              "a text is expected here, and this is " + scalar.words(),
              "put quotes around it");
    };
  }

  private YamlNode texts(YamlNode node) {
    return switch (node) {
      case Sequence list ->
          Made.list(
              list.where(),
              list.items().stream().map(i -> i instanceof Scalar s ? plainText(s) : i).toList());
      case Scalar one -> Made.list(one.where(), List.of(plainText(one)));
      case Mapping other -> other;
    };
  }

  private static Scalar plainText(Scalar scalar) {
    return scalar.kind() == ScalarKind.STRING ? scalar : Made.text(scalar.asText(), scalar.where());
  }

  private YamlNode flag(Scalar scalar) {
    if (scalar.kind() == ScalarKind.BOOLEAN) {
      return Made.flag(scalar.asText().equals("true"), scalar.where());
    }
    return switch (scalar.text().toLowerCase(Locale.ROOT)) {
      case "true", "y", "yes", "on" -> Made.flag(true, scalar.where());
      case "false", "n", "no", "off" -> Made.flag(false, scalar.where());
      default ->
          wrong(
              scalar, "\"" + scalar.text() + "\" is neither true nor false", "write true or false");
    };
  }

  /** A written number loses its fraction; a text must not have one. */
  private YamlNode whole(Scalar scalar) {
    return number(scalar)
        .filter(n -> scalar.kind() != ScalarKind.STRING || n.places() == 0)
        .map(n -> (YamlNode) Made.number(n.whole().toString(), ScalarKind.INTEGER, scalar.where()))
        .orElseGet(() -> noNumber(scalar));
  }

  private YamlNode count(Scalar scalar) {
    boolean fits =
        scalar.kind() != ScalarKind.STRING
            && number(scalar).filter(n -> n.digits().signum() >= 0).isPresent();
    return fits
        ? whole(scalar)
        : wrong(
            scalar, said(scalar) + " is no number from 0 on", "write digits only, without quotes");
  }

  private YamlNode real(Scalar scalar) {
    return number(scalar)
        .flatMap(n -> Decimal.parse(Float.toString(Float.parseFloat(scalar.asText()))))
        .map(n -> (YamlNode) fraction(n.stripped().plain(), scalar))
        .orElseGet(() -> noNumber(scalar));
  }

  /** Numbers with a fraction have the precision of 32 bits. */
  private static Scalar fraction(String shown, Scalar scalar) {
    var kind = shown.indexOf('.') < 0 ? ScalarKind.INTEGER : ScalarKind.FLOAT;
    return Made.number(shown, kind, scalar.where());
  }

  private YamlNode noNumber(Scalar scalar) {
    return wrong(scalar, said(scalar) + " is no number", "write digits only");
  }

  private static Optional<Decimal> number(Scalar scalar) {
    return Decimal.parse(scalar.asText());
  }

  /** A number without a unit means bytes; one with a fraction means nothing, and is left out. */
  private YamlNode bytes(Scalar scalar) {
    return switch (scalar.kind()) {
      case INTEGER -> Made.text(scalar.asText(), scalar.where());
      case STRING ->
          Quantities.bytes(scalar.text())
              .map(n -> (YamlNode) Made.text(Long.toString(n), scalar.where()))
              .orElseGet(() ->
                  wrong(
                      scalar,
                      said(scalar) + " is no amount of memory",
                      "write it like 512m or 2g"));
      case FLOAT, BOOLEAN, DATE, NULL -> Made.text("0", scalar.where());
    };
  }

  private YamlNode span(Scalar scalar) {
    var nanos = Span.nanos(scalar.asText());
    return nanos.isPresent()
        ? Made.text(Span.text(nanos.getAsLong()), scalar.where())
        : wrong(scalar, said(scalar) + " is no duration", "write it like 30s or 1m30s");
  }

  private YamlNode mode(Scalar scalar) {
    try {
      long mode =
          scalar.kind() == ScalarKind.STRING
              ? Long.parseLong(scalar.text(), OCTAL)
              : Long.parseLong(scalar.asText());
      return Made.text("0" + Long.toOctalString(mode), scalar.where());
    } catch (NumberFormatException _) {
      return wrong(scalar, said(scalar) + " is no file mode", "write it like 0440 or \"0440\"");
    }
  }

  private YamlNode command(YamlNode node) {
    if (!(node instanceof Scalar scalar)) {
      return node;
    }
    var split = CommandWords.split(scalar.asText());
    if (split.isEmpty()) {
      return wrong(scalar, "a quote or parenthesis of this command is not closed", "write a list");
    }
    var where = scalar.where();
    var words = split.get().words();
    if (split.get().eaten()) {
      faults.add(CommandLoss.ofBackslashes(words, where));
    }
    if (split.get().cut()) {
      faults.add(CommandLoss.ofTail(words, where));
    }
    return Made.list(where, words.stream().map(w -> Made.text(w, where)).toList());
  }

  private static YamlNode probe(YamlNode node) {
    return node instanceof Scalar s
        ? Made.list(s.where(), List.of(Made.text("CMD-SHELL", s.where()), s))
        : node;
  }

  /** One number is both limits; none at all is two zeros. */
  private static YamlNode limits(YamlNode node) {
    return switch (node) {
      case Mapping both ->
          Made.mapping(
              both.where(),
              Made.entry("soft", limit(both, "soft")),
              Made.entry("hard", limit(both, "hard")));
      case Scalar one when one.asText().equals("0") ->
          Made.mapping(one.where(), Made.entry("soft", one), Made.entry("hard", one));
      case Scalar one -> one;
      case Sequence other -> other;
    };
  }

  private static Scalar limit(Mapping limits, String key) {
    return Found.scalar(limits, key).orElseGet(() -> Made.number(0, limits.where()));
  }

  private static String said(Scalar scalar) {
    return "\"" + scalar.text() + "\"";
  }

  private Scalar wrong(Scalar scalar, String message, String way) {
    faults.invalid(scalar.where(), message, way);
    return scalar;
  }
}
