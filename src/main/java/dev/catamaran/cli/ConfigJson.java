package dev.catamaran.cli;

import dev.catamaran.compose.tree.YamlNode;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.compose.tree.YamlNode.Scalar;
import dev.catamaran.compose.tree.YamlNode.Sequence;
import dev.catamaran.json.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;

/** A canonical tree as JSON. */
final class ConfigJson {
  private ConfigJson() {}

  static Json of(YamlNode node) {
    return switch (node) {
      case Mapping m -> {
        var members = new LinkedHashMap<String, Json>();
        m.entries().forEach(e -> members.put(e.name(), of(e.value())));
        yield new Json.Obj(members);
      }
      case Sequence s -> new Json.Arr(s.items().stream().map(ConfigJson::of).toList());
      case Scalar s -> scalar(s);
    };
  }

  private static Json scalar(Scalar scalar) {
    var text = scalar.asText();
    return switch (scalar.kind()) {
      case STRING, DATE -> new Json.Text(text);
      case BOOLEAN -> new Json.Bool(text.equals("true"));
      case NULL -> Json.Null.NULL;
      case INTEGER -> new Json.Num(new BigDecimal(text));
      // JSON has no infinity.
      case FLOAT ->
          text.endsWith("Inf") || text.equals("NaN")
              ? new Json.Text(text)
              : new Json.Num(new BigDecimal(text));
    };
  }
}
