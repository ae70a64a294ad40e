package dev.catamaran.orchestrator.swarm;

import dev.catamaran.docker.Endpoint;
import dev.catamaran.json.JsonText;
import dev.catamaran.json.MalformedJson;
import java.util.Locale;

/** Reads what an engine means by an error status; old engines say much of it only in the text. */
final class Refusal {
  private Refusal() {}

  static EngineFailure of(Endpoint engine, Question question, Reply reply) {
    var text = text(reply);
    return new EngineFailure(
        kind(question, reply.status(), text.toLowerCase(Locale.ROOT)),
        engine,
        question.asked(),
        "the engine says (HTTP " + reply.status() + "): " + text);
  }

  private static EngineFailure.Kind kind(Question question, int status, String text) {
    if (text.contains("needs to be unlocked")) {
      return EngineFailure.Kind.LOCKED;
    }
    if (text.contains("not a swarm manager") || text.contains("swarm is not active")) {
      return EngineFailure.Kind.NOT_A_MANAGER;
    }
    if (status == 409 || text.contains("name conflicts") || moved(question, status, text)) {
      return EngineFailure.Kind.CONFLICT;
    }
    if (text.contains("in use by") || text.contains("active endpoints")) {
      return EngineFailure.Kind.IN_USE;
    }
    return status / 100 == 4 || refused(text)
        ? EngineFailure.Kind.REFUSED
        : EngineFailure.Kind.BROKEN;
  }

  /** 20.10 answers a lost race with HTTP 500; what is gone meanwhile was lost to one, too. */
  private static boolean moved(Question question, int status, String text) {
    return text.contains("out of sequence")
        || (status == 404 && !question.path().endsWith("/create"));
  }

  /**
   * 20.10 answers a network that does not exist with HTTP 500; before 17.06 every refusal of
   * swarmkit was one, where gRPC's code 3 is "invalid argument".
   */
  private static boolean refused(String text) {
    return text.endsWith(" not found")
        || text.contains("code = invalidargument")
        || text.contains("code = 3 ");
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
