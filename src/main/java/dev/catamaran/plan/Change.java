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
  /** What is done: the word JSON uses. */
  enum Action {
    CREATE("create", "+"),
    UPDATE("update", "~"),
    REMOVE("remove", "-");

    private final String word;
    private final String glyph;

    Action(String word, String glyph) {
      this.word = word;
      this.glyph = glyph;
    }

    public String word() {
      return word;
    }

    public String glyph() {
      return glyph;
    }
  }

  Action action();

  /** network, config, secret or service. */
  String kind();

  /** The engine's name of the object. */
  String name();

  /** The fields that change; all of them for a creation, none for a removal. */
  default List<Difference> differences() {
    return List.of();
  }

  /** Makes a network. */
  record CreateNetwork(NetworkSpec spec, List<Difference> differences) implements Change {
    @Override
    public Action action() {
      return Action.CREATE;
    }

    @Override
    public String kind() {
      return "network";
    }

    @Override
    public String name() {
      return spec.name();
    }
  }

  /** Removes a network of the project. */
  record RemoveNetwork(LiveNetwork live) implements Change {
    @Override
    public Action action() {
      return Action.REMOVE;
    }

    @Override
    public String kind() {
      return "network";
    }

    @Override
    public String name() {
      return live.spec().name();
    }
  }

  /** Stores a config or secret. */
  record CreateFile(FileSpec spec) implements Change {
    @Override
    public Action action() {
      return Action.CREATE;
    }

    @Override
    public String kind() {
      return spec.kind().word();
    }

    @Override
    public String name() {
      return spec.name();
    }
  }

  /** Removes a config or secret of the project. */
  record RemoveFile(LiveFile live) implements Change {
    @Override
    public Action action() {
      return Action.REMOVE;
    }

    @Override
    public String kind() {
      return live.kind().word();
    }

    @Override
    public String name() {
      return live.name();
    }
  }

  /** Makes a service. */
  record CreateService(ServiceSpec spec, List<Difference> differences) implements Change {
    @Override
    public Action action() {
      return Action.CREATE;
    }

    @Override
    public String kind() {
      return "service";
    }

    @Override
    public String name() {
      return spec.name();
    }
  }

  /** Changes a service, from the version that was observed. */
  record UpdateService(LiveService live, ServiceSpec spec, List<Difference> differences)
      implements Change {
    @Override
    public Action action() {
      return Action.UPDATE;
    }

    @Override
    public String kind() {
      return "service";
    }

    @Override
    public String name() {
      return spec.name();
    }
  }

  /** Removes a service of the project. */
  record RemoveService(LiveService live) implements Change {
    @Override
    public Action action() {
      return Action.REMOVE;
    }

    @Override
    public String kind() {
      return "service";
    }

    @Override
    public String name() {
      return live.spec().name();
    }
  }
}
