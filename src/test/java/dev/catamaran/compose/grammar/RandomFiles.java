package dev.catamaran.compose.grammar;

import dev.catamaran.compose.grammar.Shape.AnyOf;
import dev.catamaran.compose.grammar.Shape.Anything;
import dev.catamaran.compose.grammar.Shape.Items;
import dev.catamaran.compose.grammar.Shape.Keys;
import dev.catamaran.compose.grammar.Shape.Since;
import dev.catamaran.compose.grammar.Shape.Value;
import dev.catamaran.compose.tree.ScalarKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Compose files made up by walking the grammar of the classic format: most are right, some have one
 * or two things wrong. The same seed makes the same files.
 */
public final class RandomFiles {
  private static final int DEEPEST = 7;

  private final Random random;
  private final Version version;
  private final double wrong;

  private RandomFiles(long seed) {
    this.random = new Random(seed);
    this.version =
        random.nextInt(3) == 0
            ? new Version(random.nextInt(Version.NEWEST.minor() + 1))
            : Version.NEWEST;
    this.wrong = random.nextInt(3) == 0 ? 0.01 : 0;
  }

  /** One to three files that are laid over one another. */
  public static List<String> of(long seed) {
    var made = new RandomFiles(seed);
    var files = new ArrayList<String>();
    int count = 1 + Math.max(0, made.random.nextInt(4) - 1);
    for (int i = 0; i < count; i++) {
      files.add(made.file());
    }
    return files;
  }

  private String file() {
    var top = (Keys) ClassicFormat.FILE;
    var text = new StringBuilder("version: \"" + version + "\"\n");
    top.named()
        .forEach((key, shape) -> {
          boolean known = !(shape instanceof Since(var since, var _)) || fits(since);
          int chance = key.equals("services") ? 10 : 3;
          if (!key.equals("version") && known && random.nextInt(10) < chance) {
            text.append(key).append(": ").append(node(shape, key, 1)).append('\n');
          }
        });
    if (fits(new Version(4)) && random.nextInt(8) == 0) {
      text.append("x-top: ").append(extra(1)).append('\n');
    }
    return text.toString();
  }

  private boolean fits(Version since) {
    return since.compareTo(version) <= 0 || chance(wrong);
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private String node(Shape shape, String key, int depth) {
    if (chance(wrong)) {
      return SampleValues.anything(random);
    }
    return switch (shape) {
      case Anything _ -> extra(depth);
      case Value value -> scalar(value, key);
      case Items items -> list(items, key, depth);
      case Keys keys -> mapping(keys, key, depth);
      case AnyOf(var shapes) -> node(choice(shapes), key, depth);
      case Since(var _, var inner) -> node(inner, key, depth);
    };
  }

  private Shape choice(List<Shape> shapes) {
    var known =
        shapes.stream()
            .filter(s -> !(s instanceof Since(var since, var _)) || fits(since))
            .toList();
    return known.isEmpty() ? shapes.getFirst() : known.get(random.nextInt(known.size()));
  }

  private String scalar(Value value, String key) {
    var kinds = new ArrayList<>(value.kinds());
    kinds.sort(null);
    var kind = kinds.get(random.nextInt(kinds.size()));
    if (value.limit() instanceof Shape.Limit.Words(var words)) {
      return '"' + words.get(random.nextInt(words.size())) + '"';
    }
    return kind == ScalarKind.STRING
        ? SampleValues.text(key, random)
        : SampleValues.plain(kind, key, random);
  }

  private String list(Items items, String key, int depth) {
    var made = new ArrayList<String>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      var item = node(items.item(), key, depth + 1);
      if (!items.unique() || !made.contains(item) || chance(wrong)) {
        made.add(item);
      }
    }
    return "[" + String.join(", ", made) + "]";
  }

  private String mapping(Keys keys, String key, int depth) {
    Map<String, String> made = new LinkedHashMap<>();
    int few = keys.named().size() > 20 ? 6 : 2;
    keys.named()
        .forEach((name, shape) -> {
          boolean needed = keys.required().contains(name);
          boolean known = !(shape instanceof Since(var since, var _)) || fits(since);
          if (known && (needed || random.nextInt(few) == 0) && depth < DEEPEST) {
            made.put(name, node(shape, name, depth + 1));
          }
        });
    keys.others()
        .ifPresent(others -> {
          int count = random.nextInt(4);
          for (int i = 0; i < count; i++) {
            made.put(SampleValues.name(key, random), node(others.shape(), key, depth + 1));
          }
        });
    keys.extensions()
        .filter(since -> fits(since) && random.nextInt(10) == 0)
        .ifPresent(_ -> made.put("x-" + (char) ('a' + random.nextInt(2)), extra(depth + 1)));
    if (chance(wrong) || (keys.open() && keys.others().isEmpty() && random.nextInt(8) == 0)) {
      made.put("unknown", SampleValues.anything(random));
    }
    var entries = new ArrayList<String>();
    made.forEach((name, value) -> entries.add('"' + name + "\": " + value));
    return "{" + String.join(", ", entries) + "}";
  }

  private String extra(int depth) {
    return switch (depth < DEEPEST ? random.nextInt(6) : 0) {
      case 1 -> "{a: " + extra(depth + 1) + ", b: " + extra(depth + 1) + "}";
      case 2 -> "[" + extra(depth + 1) + "]";
      case 3 -> "{}";
      default -> SampleValues.anything(random);
    };
  }
}
