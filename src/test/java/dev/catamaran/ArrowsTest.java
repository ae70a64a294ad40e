package dev.catamaran;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The architecture: which room may know which. What is not in the table is forbidden, and an arrow
 * nobody uses goes.
 */
class ArrowsTest {
  private static final String ROOT = "dev.catamaran";

  /** Rooms in layers: a room knows only rooms above it, so there can be no cycle. */
  private static final String TABLE =
      """
      # words
      model
      finding: model
      json
      usage: finding
      spec: model
      scheduling: model
      # core: pure, in the order data flows
      compose.syntax: finding model
      compose.tree: compose.syntax finding model
      compose.source: spec
      compose.text: finding model
      compose.grammar: compose.tree finding model
      compose.support: compose.grammar compose.tree finding model
      compose.phase: compose.text compose.tree finding model
      compose.canonical: compose.source compose.text compose.tree finding model
      compose.specification: compose.canonical compose.grammar compose.phase compose.source compose.text compose.tree finding model
      compose.classic: compose.grammar compose.phase compose.source compose.text compose.tree finding model
      compose: compose.classic compose.source compose.specification compose.support compose.text compose.tree finding model spec
      cluster: model spec
      image: cluster finding json model
      capability: cluster finding image json model
      route: cluster finding json model spec
      ledger: cluster model route spec
      plan.network: cluster compose finding model spec
      plan.addresses: cluster compose finding model plan.network spec
      plan.storage: capability cluster compose finding model spec
      plan.placement: capability cluster compose finding image model plan.network plan.storage scheduling spec
      plan.discovery: capability cluster compose finding model plan.network plan.placement spec
      plan.ports: capability cluster compose finding ledger model plan.discovery plan.network plan.placement route spec
      plan: capability cluster compose compose.grammar compose.support finding image model plan.addresses plan.discovery plan.network plan.placement plan.ports plan.storage route spec
      plan.saved: cluster finding json model plan spec
      simulate: capability cluster finding image json model scheduling spec
      plan.whatif: cluster compose finding image model plan plan.discovery plan.placement plan.ports spec
      # shell: touches the world
      pem
      docker: finding json model
      dial: docker pem
      files: compose compose.source compose.text finding model spec
      registry: docker image json model
      netfilter
      mesh: model netfilter route
      orchestrator.swarm: cluster dial docker image json model spec
      orchestrator: cluster model orchestrator.swarm plan spec
      lab: capability cluster compose.tree finding image json mesh model route simulate spec
      agent: cluster finding json ledger mesh model orchestrator.swarm pem route
      assembly: capability docker image lab mesh model orchestrator.swarm registry route
      cli: agent assembly capability cluster compose compose.source compose.support compose.tree docker files finding image json lab ledger mesh model netfilter orchestrator orchestrator.swarm plan plan.discovery plan.placement plan.ports plan.saved plan.whatif route spec usage
      # the process
      main: cli
      """;

  /** Rooms that do no I/O, keep no clock, start no thread, log nothing: all above the shell. */
  private static final Set<String> PURE;

  private static final Map<String, SortedSet<String>> ARROWS = new LinkedHashMap<>();

  static {
    var pure = new TreeSet<String>();
    boolean core = true;
    for (var line : TABLE.lines().toList()) {
      core &= !line.startsWith("# shell");
      if (!line.startsWith("#")) {
        var parts = line.split(":", -1);
        var known = parts.length == 1 || parts[1].isBlank() ? "" : parts[1].strip();
        var knows = new TreeSet<>(known.isEmpty() ? List.of() : List.of(known.split(" ", -1)));
        assertThat(ARROWS.keySet())
            .as(parts[0] + " knows rooms named before it")
            .containsAll(knows);
        ARROWS.put(parts[0], knows);
        if (core) {
          pure.add(parts[0]);
        }
      }
    }
    PURE = Set.copyOf(pure);
  }

  /** Each library is imported in one room only. */
  private static final Map<String, String> LIBRARIES = Map.of("tools.jackson", "json");

  private static final List<String> WORLD =
      List.of(
          "java.net.http",
          "java.net.Socket",
          "java.net.ServerSocket",
          "java.nio.channels",
          "java.nio.file.Files",
          "java.io.File",
          "java.lang.Thread",
          "java.lang.ProcessBuilder",
          "java.lang.System$Logger",
          "java.util.logging",
          "java.util.concurrent",
          "java.time.Clock",
          "java.util.Random",
          "javax.net");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void everyArrowIsInTheTableAndEveryArrowOfTheTableIsUsed() {
    var drawn =
        CLASSES.stream()
            .flatMap(from ->
                targets(from)
                    .filter(to -> to.getPackageName().startsWith(ROOT))
                    .map(to -> Map.entry(roomOf(from), roomOf(to)))
                    .filter(arrow -> !arrow.getKey().equals(arrow.getValue())))
            .collect(
                groupingBy(
                    Map.Entry::getKey,
                    mapping(Map.Entry::getValue, toCollection(TreeSet<String>::new))));
    for (var room : ARROWS.entrySet()) {
      SortedSet<String> actual = drawn.getOrDefault(room.getKey(), new TreeSet<>());
      assertThat(actual).as("arrows out of room '%s'", room.getKey()).isEqualTo(room.getValue());
    }
  }

  @Test
  void everyRoomIsInTheTable() {
    var rooms =
        CLASSES.stream().map(ArrowsTest::roomOf).collect(toCollection(TreeSet<String>::new));
    assertThat(rooms).isEqualTo(new TreeSet<>(ARROWS.keySet()));
  }

  @Test
  void pureRoomsDoNotTouchTheWorld() {
    var touches =
        CLASSES.stream()
            .filter(c -> PURE.contains(roomOf(c)))
            .flatMap(from ->
                targets(from)
                    .filter(to -> WORLD.stream().anyMatch(w -> within(to.getName(), w)))
                    .map(to -> from.getName() + " -> " + to.getName()))
            .toList();
    assertThat(touches).isEmpty();
  }

  @Test
  void eachLibraryLivesInOneRoom() {
    var strays =
        CLASSES.stream()
            .flatMap(from ->
                targets(from)
                    .flatMap(to ->
                        LIBRARIES.entrySet().stream()
                            .filter(l -> within(to.getName(), l.getKey()))
                            .filter(l -> !l.getValue().equals(roomOf(from)))
                            .map(l -> from.getName() + " -> " + to.getName())))
            .toList();
    assertThat(strays).isEmpty();
  }

  private static Stream<JavaClass> targets(JavaClass from) {
    return from.getDirectDependenciesFromSelf().stream()
        .map(d -> d.getTargetClass().getBaseComponentType());
  }

  private static boolean within(String className, String prefix) {
    return className.equals(prefix)
        || className.startsWith(prefix + ".")
        || className.startsWith(prefix + "$");
  }

  private static String roomOf(JavaClass type) {
    var name = type.getPackageName();
    return name.equals(ROOT) ? "main" : name.substring(ROOT.length() + 1);
  }
}
