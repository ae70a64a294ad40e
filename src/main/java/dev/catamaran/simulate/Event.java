package dev.catamaran.simulate;

import dev.catamaran.cluster.Node;
import dev.catamaran.json.Json;
import dev.catamaran.spec.FileKind;

/** Something that happens to a world from outside. Specs are the Engine API's own JSON. */
public sealed interface Event {
  /** Somebody asks for a new service. */
  record CreateService(Json.Obj spec) implements Event {}

  /**
   * Somebody changes a service.
   *
   * @param version the index the caller saw
   * @param rollback true asks for the previous spec; {@code spec} is then not looked at
   */
  record UpdateService(String id, long version, Json.Obj spec, boolean rollback) implements Event {}

  /** Somebody removes a service. */
  record RemoveService(String id) implements Event {}

  /** Somebody asks for a new network. */
  record CreateNetwork(Json.Obj body) implements Event {}

  /** Somebody removes a network. */
  record RemoveNetwork(String id) implements Event {}

  /** Somebody stores a config or secret. */
  record CreateFile(FileKind kind, Json.Obj spec) implements Event {
    @Override
    public String toString() {
      return "CreateFile " + kind.word();
    }
  }

  /** Somebody changes the labels of a config or secret, the only thing that may change. */
  record UpdateFile(FileKind kind, String id, long version, Json.Obj spec) implements Event {
    @Override
    public String toString() {
      return "UpdateFile " + kind.word() + " " + id;
    }
  }

  /** Somebody removes a config or secret. */
  record RemoveFile(FileKind kind, String id) implements Event {}

  /** Somebody changes a node's labels or availability. */
  record UpdateNode(String id, long version, Json.Obj spec) implements Event {}

  /** The managers lose sight of a node, or hear from it again. */
  record NodeSeen(String id, Node.State state) implements Event {}

  /**
   * A task's container ends by itself.
   *
   * @param error the engine's text; empty is an end without error
   */
  record TaskEnded(String id, String error) implements Event {}
}
