package dev.catamaran.orchestrator.swarm;

import dev.catamaran.json.Json;
import dev.catamaran.model.ApiVersion;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.FileSpec;
import dev.catamaran.spec.ServiceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Something that was asked for, and that the engine's API has no word for yet: it is left out of
 * what the engine is sent. Found by writing a specification for both versions and comparing, so the
 * translation itself stays the only one who knows what came when.
 *
 * @param word as the API calls it: {@code ContainerSpec.Sysctls}
 * @param since the first version that has it
 * @param spoken the version the engine is spoken to in
 * @param needed whether the object makes no sense without it
 */
public record Unspoken(String word, ApiVersion since, ApiVersion spoken, boolean needed) {
  private static final String TASK = "TaskTemplate";

  /** They moved from the service to its task; both are the same word. */
  private static final String NETWORKS = "Networks";

  /** A constraint says the same, for schedulers of all ages. */
  private static final String PLATFORMS = "TaskTemplate.Placement.Platforms";

  private static final String CONFIGS = "TaskTemplate.ContainerSpec.Configs";
  private static final String JOBS = "Mode";
  private static final ApiVersion FIRST_JOBS = new ApiVersion(1, 41);
  private static final ApiVersion FIRST_CONFIGS = new ApiVersion(1, 30);

  static List<Unspoken> of(ApiVersion spoken, ServiceSpec spec) {
    var words =
        new ArrayList<>(
            words(
                spoken,
                api -> gathered(new ServiceWire(api, Names.NONE).write(Json.object(), spec))));
    if (spec.deployment().mode().job() && spoken.compareTo(FIRST_JOBS) < 0) {
      words.add(new Unspoken(JOBS, FIRST_JOBS, spoken, true));
    }
    return words;
  }

  static List<Unspoken> of(ApiVersion spoken, FileSpec file) {
    return file.kind() == FileKind.CONFIG && spoken.compareTo(FIRST_CONFIGS) < 0
        ? List.of(new Unspoken("Configs", FIRST_CONFIGS, spoken, true))
        : words(spoken, api -> FileWire.write(api, file));
  }

  private static Json gathered(Json.Obj service) {
    var task = service.get(TASK);
    return service.get(NETWORKS).isNull() || !(task instanceof Json.Obj template)
        ? service
        : service.without(NETWORKS).with(TASK, template.with(NETWORKS, service.get(NETWORKS)));
  }

  private static List<Unspoken> words(ApiVersion spoken, Function<ApiVersion, Json> writing) {
    var lost = lost("", writing.apply(Engine.NEWEST), writing.apply(spoken));
    return lost.stream()
        .filter(word -> !word.equals(PLATFORMS))
        .distinct()
        .map(word ->
            new Unspoken(
                word.replace(TASK + ".", ""),
                since(word, spoken, writing),
                spoken,
                word.equals(CONFIGS)))
        .toList();
  }

  private static ApiVersion since(
      String word, ApiVersion spoken, Function<ApiVersion, Json> writing) {
    var newest = writing.apply(Engine.NEWEST);
    for (int minor = spoken.minor() + 1; minor < Engine.NEWEST.minor(); minor++) {
      var version = new ApiVersion(spoken.major(), minor);
      if (!lost("", newest, writing.apply(version)).contains(word)) {
        return version;
      }
    }
    return Engine.NEWEST;
  }

  /** The paths that one tree has and the other has not; what lies below such a path is not told. */
  private static List<String> lost(String path, Json all, Json some) {
    var lost = new ArrayList<String>();
    switch (all) {
      case Json.Obj(var members) ->
          members.forEach((key, value) -> {
            var below = path.isEmpty() ? key : path + "." + key;
            var other = some.get(key);
            if (other.isNull() && !value.isNull()) {
              lost.add(below);
            } else {
              lost.addAll(lost(below, value, other));
            }
          });
      case Json.Arr(var items) -> {
        var others = some.items();
        for (int i = 0; i < Math.min(items.size(), others.size()); i++) {
          lost.addAll(lost(path, items.get(i), others.get(i)));
        }
      }
      case Json.Text _, Json.Num _, Json.Bool _, Json.Null _ -> {}
    }
    return lost;
  }
}
