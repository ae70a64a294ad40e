package dev.catamaran.lab;

import dev.catamaran.json.Json;
import dev.catamaran.simulate.Refusal;
import java.util.List;

/** One reply of the Engine API. */
sealed interface Answer {
  /** A status and a JSON body. */
  record Body(int status, Json json) implements Answer {}

  /** A status alone. */
  record Bare(int status) implements Answer {}

  /** JSON lines until one side ends them. */
  record Stream(EventLog.Reading events) implements Answer {}

  static Answer ok(Json json) {
    return new Body(200, json);
  }

  static Answer list(List<Json.Obj> items) {
    return new Body(200, Json.array(items));
  }

  static Answer message(int status, String text) {
    return new Body(status, Json.object().with("message", text));
  }

  static Answer refused(Refusal refusal) {
    int status =
        switch (refusal.kind()) {
          case INVALID -> 400;
          case FORBIDDEN -> 403;
          case NOT_FOUND -> 404;
          case CONFLICT -> 409;
          case INTERNAL -> 500;
        };
    return message(status, refusal.text());
  }
}
