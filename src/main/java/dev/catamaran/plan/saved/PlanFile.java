package dev.catamaran.plan.saved;

import dev.catamaran.json.Json;
import dev.catamaran.json.JsonText;
import dev.catamaran.json.MalformedJson;
import dev.catamaran.model.ProjectName;
import dev.catamaran.plan.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A saved plan as text: versioned JSON, to be read by people as well. */
public final class PlanFile {
  private static final String VERSION = "catamaran/v1";
  private static final String FAMILY = "catamaran/";
  private static final String KIND = "Plan";

  private PlanFile() {}

  /**
   * The text of a plan.
   *
   * @param summary one line for people, which nobody reads back
   */
  public static String write(SavedPlan plan, String summary) {
    return JsonText.pretty(
        Json.object()
            .with("apiVersion", VERSION)
            .with("kind", KIND)
            .with("project", plan.project().text())
            .with("summary", summary)
            .with("restsOn", Json.texts(plan.basis().facts()))
            .with(
                "changes",
                Json.array(
                    plan.changes().stream().map(c -> RecordJson.write(c, Change.class)).toList()))
            .with(
                "secrets",
                Json.array(
                    plan.secrets().stream()
                        .map(s -> RecordJson.write(s, KeptSecret.class))
                        .toList()))
            .with("published", Json.Arr.ofTexts(plan.published())));
  }

  /**
   * The plan of a text.
   *
   * @throws IllegalArgumentException where it is none of ours, newer than we are, or damaged; the
   *     message says which
   */
  public static SavedPlan read(String text) {
    var json = parsed(text);
    var version = json.get("apiVersion").text().orElse("");
    if (!version.startsWith(FAMILY) || !json.get("kind").text().orElse("").equals(KIND)) {
      throw new IllegalArgumentException("this is no plan that `catamaran plan --out` wrote");
    }
    if (!version.equals(VERSION)) {
      throw new IllegalArgumentException(
          "the plan is of format " + version + ", and this Catamaran reads " + VERSION);
    }
    try {
      return new SavedPlan(
          new ProjectName(json.get("project").text().orElse("")),
          new Basis(new TreeMap<>(json.get("restsOn").textMembers())),
          all(json, "changes", Change.class),
          all(json, "secrets", KeptSecret.class),
          json.get("published").textItems());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the plan file is damaged: " + e.getMessage(), e);
    }
  }

  private static Json parsed(String text) {
    try {
      return JsonText.parse(text);
    } catch (MalformedJson e) {
      throw new IllegalArgumentException(
          "this is no plan that `catamaran plan --out` wrote: " + e.getMessage(), e);
    }
  }

  private static <T> List<T> all(Json json, String member, Class<T> type) {
    if (!(json.get(member) instanceof Json.Arr(var items))) {
      throw new IllegalArgumentException(member + " is missing");
    }
    var all = new ArrayList<T>();
    for (int i = 0; i < items.size(); i++) {
      all.add(type.cast(RecordJson.read(items.get(i), type, member + "[" + i + "]")));
    }
    return all;
  }
}
