package dev.catamaran.plan;

import dev.catamaran.cluster.LiveFile;
import dev.catamaran.cluster.LiveNetwork;
import dev.catamaran.cluster.LiveService;
import dev.catamaran.spec.FileSpec;
import dev.catamaran.spec.NetworkSpec;
import dev.catamaran.spec.ServiceSpec;
import java.util.List;

/** One thing to do to an engine. */
public sealed interface Change {
  /** What is done. */
  enum Action {
    CREATE("create", "+"),
    UPDATE("update", "~"),
    /** Removed and made anew: the engine cannot change it in place. */
    REPLACE("replace", "-/+"),
    REMOVE("remove", "-");

    private final String word;
    private final String glyph;

    Action(String word, String glyph) {
      this.word = word;
      this.glyph = glyph;
    }

    /** The word JSON uses. */
    public String word() {
      return word;
    }

    /** The sign a diff shows. */
    public String glyph() {
      return glyph;
    }
  }

  /** Makes a network; every field differs from nothing. */
  record CreateNetwork(NetworkSpec spec, List<Difference> differences) implements Change {}

  /** Removes a network of the project. */
  record RemoveNetwork(LiveNetwork live) implements Change {}

  /** Stores a config or secret. */
  record CreateFile(FileSpec spec) implements Change {}

  /** Removes a config or secret of the project. */
  record RemoveFile(LiveFile live) implements Change {}

  /** Makes a service; every field differs from nothing. */
  record CreateService(ServiceSpec spec, List<Difference> differences) implements Change {}

  /** Changes a service, from the version that was observed. */
  record UpdateService(LiveService live, ServiceSpec spec, List<Difference> differences)
      implements Change {}

  /** Removes a service and makes it anew: its kind of mode cannot change. */
  record ReplaceService(LiveService live, ServiceSpec spec, List<Difference> differences)
      implements Change {}

  /** Removes a service of the project. */
  record RemoveService(LiveService live) implements Change {}

  default Action action() {
    return switch (this) {
      case CreateNetwork _, CreateFile _, CreateService _ -> Action.CREATE;
      case UpdateService _ -> Action.UPDATE;
      case ReplaceService _ -> Action.REPLACE;
      case RemoveNetwork _, RemoveFile _, RemoveService _ -> Action.REMOVE;
    };
  }

  /** network, config, secret or service. */
  default String kind() {
    return switch (this) {
      case CreateNetwork _, RemoveNetwork _ -> "network";
      case CreateFile(var spec) -> spec.kind().word();
      case RemoveFile(var live) -> live.kind().word();
      case CreateService _, UpdateService _, ReplaceService _, RemoveService _ -> "service";
    };
  }

  /** The engine's name of the object. */
  default String name() {
    return switch (this) {
      case CreateNetwork(var spec, var _) -> spec.name();
      case RemoveNetwork(var live) -> live.spec().name();
      case CreateFile(var spec) -> spec.name();
      case RemoveFile(var live) -> live.name();
      case CreateService(var spec, var _) -> spec.name();
      case UpdateService(var _, var spec, var _) -> spec.name();
      case ReplaceService(var _, var spec, var _) -> spec.name();
      case RemoveService(var live) -> live.spec().name();
    };
  }

  /** The fields that change; a content is never among them. */
  default List<Difference> differences() {
    return List.of();
  }
}
