package dev.catamaran.lab;

import dev.catamaran.simulate.Refusal;
import dev.catamaran.simulate.SimFile;
import dev.catamaran.simulate.SimNetwork;
import dev.catamaran.simulate.SimNode;
import dev.catamaran.simulate.SimService;
import dev.catamaran.simulate.SimTask;
import dev.catamaran.simulate.World;
import dev.catamaran.spec.FileKind;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Finds what a caller names: by id, else by name, else by the beginning of an id. */
final class Find {
  private Find() {}

  static SimNode node(World world, String reference) {
    return find("node", reference, world.nodes().values(), SimNode::id, node -> node.name().text());
  }

  static SimService service(World world, String reference) {
    return find("service", reference, world.services().values(), SimService::id, SimService::name);
  }

  static SimNetwork network(World world, String reference) {
    return find("network", reference, world.networks().values(), SimNetwork::id, SimNetwork::name);
  }

  static SimFile file(World world, FileKind kind, String reference) {
    return find(kind.word(), reference, world.files(kind), SimFile::id, SimFile::name);
  }

  static SimTask task(World world, String reference) {
    return find("task", reference, world.tasks().values(), SimTask::id, SimTask::id);
  }

  private static <T> T find(
      String what,
      String reference,
      Collection<T> all,
      Function<T, String> id,
      Function<T, String> name) {
    for (var exact : List.of(id, name)) {
      for (var one : all) {
        if (exact.apply(one).equals(reference)) {
          return one;
        }
      }
    }
    var begun = all.stream().filter(t -> id.apply(t).startsWith(reference)).toList();
    if (begun.size() > 1) {
      throw new Refusal(
          Refusal.Kind.INVALID,
          what + " " + reference + " is ambiguous (" + begun.size() + " matches found)");
    }
    if (begun.isEmpty()) {
      throw Refusal.notFound(what, reference);
    }
    return begun.getFirst();
  }
}
