package dev.catamaran.json;

import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Reads and writes RFC 8259 text, with Jackson's streaming core. */
public final class JsonText {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonText() {}

  /**
   * Reads one value.
   *
   * @throws MalformedJson where the text is no JSON
   */
  public static Json parse(String text) {
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return whole(parser);
    } catch (JacksonException e) {
      throw new MalformedJson(e);
    }
  }

  /**
   * Reads one value from a stream, and closes the stream.
   *
   * @throws MalformedJson where the text is no JSON
   */
  public static Json parse(InputStream in) {
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
      return whole(parser);
    } catch (JacksonException e) {
      throw new MalformedJson(e);
    }
  }

  private static Json whole(JsonParser parser) {
    parser.nextToken();
    var value = value(parser);
    if (parser.nextToken() != null) {
      throw new MalformedJson("text goes on behind the first JSON value");
    }
    return value;
  }

  private static Json value(JsonParser parser) {
    var token = parser.currentToken();
    if (token == null) {
      throw new MalformedJson("the text is empty");
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> new Json.Text(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getDecimalValue());
      case VALUE_TRUE -> new Json.Bool(true);
      case VALUE_FALSE -> new Json.Bool(false);
      case VALUE_NULL -> Json.Null.NULL;
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new MalformedJson("unexpected " + token);
    };
  }

  private static Json object(JsonParser parser) {
    var members = new LinkedHashMap<String, Json>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var key = parser.currentName();
      parser.nextToken();
      members.put(key, value(parser));
    }
    return new Json.Obj(members);
  }

  private static Json array(JsonParser parser) {
    var items = new ArrayList<Json>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return new Json.Arr(items);
  }

  /** One line, no blanks. */
  public static String compact(Json json) {
    return written(json, ObjectWriteContext.empty());
  }

  /** Indented, for people. */
  public static String pretty(Json json) {
    return written(
        json,
        new ObjectWriteContext.Base() {
          @Override
          public DefaultPrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter()
                .withArrayIndenter(
                    tools.jackson.core.util.DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
          }
        });
  }

  private static String written(Json json, ObjectWriteContext context) {
    var text = new StringWriter();
    try (var generator = FACTORY.createGenerator(context, text)) {
      write(generator, json);
    }
    return text.toString();
  }

  private static void write(JsonGenerator out, Json json) {
    switch (json) {
      case Json.Obj(var members) -> {
        out.writeStartObject();
        members.forEach((key, value) -> {
          out.writeName(key);
          write(out, value);
        });
        out.writeEndObject();
      }
      case Json.Arr(var items) -> {
        out.writeStartArray();
        items.forEach(item -> write(out, item));
        out.writeEndArray();
      }
      case Json.Text(var value) -> out.writeString(value);
      case Json.Num(var value) -> out.writeNumber(value);
      case Json.Bool(var value) -> out.writeBoolean(value);
      case Json.Null _ -> out.writeNull();
    }
  }
}
