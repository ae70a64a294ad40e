package dev.catamaran.orchestrator.swarm;

import dev.catamaran.json.JsonText;
import dev.catamaran.json.MalformedJson;
import java.util.Locale;

/** Reads what an engine means by an error status; old engines say much of it only in the text. */
final class Refusal {
  private Refusal() {}

  static EngineFailure of(EngineAddress engine, Question question, Reply reply) {
    var text = text(reply);
    return new EngineFailure(
        kind(reply.status(), text.toLowerCase(Locale.ROOT)),
        engine,
        question.asked(),
        "the engine says (HTTP " + reply.status() + "): " + text);
  }

  private static EngineFailure.Kind kind(int status, String text) {
    if (text.contains("not a swarm manager") || text.contains("swarm is not active")) {
      return EngineFailure.Kind.NOT_A_MANAGER;
    }
    // Up to 20.10 and beyond, a lost race is an HTTP 500.
    if (status == 409 || text.contains("out of sequence") || text.contains("name conflicts")) {
      return EngineFailure.Kind.CONFLICT;
    }
    if (text.contains("in use by") || text.contains("active endpoints")) {
      return EngineFailure.Kind.IN_USE;
    }
    // Before 17.06 every refusal of swarmkit was an HTTP 500; gRPC's code 3 is "invalid argument".
    boolean invalid = text.contains("code = invalidargument") || text.contains("code = 3 ");
    return status / 100 == 4 || invalid ? EngineFailure.Kind.REFUSED : EngineFailure.Kind.BROKEN;
  }

  /** The engine's own words: a JSON object with a message, or plain text from a proxy. */
  static String text(Reply reply) {
    try {
      var message = JsonText.parse(reply.body()).get("message").nonEmptyText();
      if (message.isPresent()) {
        return message.get().strip();
      }
    } catch (MalformedJson _) {
      // Then the body is the text.
    }
    var body = reply.body().strip();
    return body.isEmpty() ? "(no text)" : body;
  }
}
