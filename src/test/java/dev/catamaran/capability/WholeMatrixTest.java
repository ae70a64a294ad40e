package dev.catamaran.capability;

import static dev.catamaran.capability.SomeNodes.linux;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.cluster.NodeFacts;
import dev.catamaran.finding.Verdict;
import dev.catamaran.image.WindowsRelease;
import dev.catamaran.model.EngineVersion;
import dev.catamaran.model.Os;
import dev.catamaran.model.OsVersion;
import dev.catamaran.model.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must be true of every row of every file. */
class WholeMatrixTest {
  private static final Path PAGE = Path.of("docs", "capabilities.md");
  private static final Matrix MATRIX = Matrix.load();
  private static final Pattern NUMBER =
      Pattern.compile("(revision|engine|kubernetes)[<>=!]+(\\S+)");

  /** {@code mvn test -Dtest=WholeMatrixTest -Dcatamaran.write=true} writes it anew. */
  @Test
  void thePublishedPageIsWhatTheFilesSay() throws IOException {
    var page = MatrixPage.of(MATRIX);
    if (Boolean.getBoolean("catamaran.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).hasContent(page);
  }

  @Test
  void everyFeatureHasAVerdictForEveryNodeKind() {
    for (var node : everyNode()) {
      assertThat(MATRIX.column(node))
          .hasSize(all().size())
          .allSatisfy((feature, verdict) -> {
            assertThat(verdict.source()).as(feature.id()).isNotEmpty();
            assertThat(hangsOnAFact(verdict)).as(feature + " on " + node).isFalse();
          });
    }
  }

  /** Unknown may be what a row says; it may not be for want of a fact that the node tells. */
  private static boolean hangsOnAFact(Verdict verdict) {
    return verdict instanceof Verdict.Unknown(var fact, var _, var _)
        && !fact.startsWith("whether");
  }

  @Test
  void whatIsDisputedIsAWarningAndNeverARefusal() {
    var disputed =
        all().stream()
            .flatMap(f -> f.rows().stream())
            .filter(r -> r.evidence().disputed())
            .toList();
    assertThat(disputed).hasSizeGreaterThan(3).allMatch(r -> r.kind() == Row.Kind.WITH);
  }

  @Test
  void everyRowDecidesForSomeNode() {
    for (var feature : all()) {
      var silent = new HashSet<>(feature.rows());
      for (var node : nodesAround(feature)) {
        feature.rows().stream()
            .filter(r -> r.when().holds(node) == Truth.TRUE)
            .findFirst()
            .ifPresent(silent::remove);
      }
      assertThat(silent).as(feature.feature().id()).isEmpty();
    }
  }

  @Test
  void everyConstantIsAFeatureOfTheMatrix() throws IllegalAccessException {
    for (var field : Feature.class.getFields()) {
      var feature = (Feature) field.get(null);
      assertThat(MATRIX.find(feature.id())).as(feature.id()).isPresent();
    }
  }

  @Test
  void idsAreUnique() {
    assertThat(all()).extracting(f -> f.feature().id()).doesNotHaveDuplicates();
  }

  @Test
  void nobodyIsTakenForABetterNodeForSayingLess() {
    var silent =
        new NodeFacts(
            Platform.of(Os.WINDOWS, "amd64"), Optional.empty(), Optional.empty(), Optional.empty());
    for (var feature : all()) {
      if (MATRIX.judge(feature.feature(), silent) instanceof Verdict.Yes) {
        for (var node : nodesAround(feature)) {
          if (node.windows()) {
            assertThat(MATRIX.judge(feature.feature(), node))
                .as(feature.feature() + " on " + node)
                .isInstanceOf(Verdict.Yes.class);
          }
        }
      }
    }
  }

  private static List<FeatureRows> all() {
    return Stream.of(Subject.values()).flatMap(s -> MATRIX.features(s).stream()).toList();
  }

  private static List<NodeFacts> everyNode() {
    var nodes = new ArrayList<NodeFacts>();
    for (var engine : List.of("17.03.1-ee-3", "17.06.2", "18.09.6", "20.10.24", "29.0.0")) {
      for (var kubernetes : List.of("1.9", "1.26", "1.36")) {
        for (var release : WindowsRelease.all()) {
          nodes.add(windows(release.build(), 1500, engine, kubernetes));
        }
        nodes.add(withKubernetes(linux(engine, Optional.of(true)), kubernetes));
        nodes.add(withKubernetes(linux(engine, Optional.of(false)), kubernetes));
      }
    }
    return nodes;
  }

  private static NodeFacts withKubernetes(NodeFacts facts, String kubernetes) {
    return new NodeFacts(
        facts.platform(),
        facts.engine(),
        facts.ipvs(),
        Optional.of(false),
        Optional.of(new EngineVersion(kubernetes)));
  }

  /** Nodes at, and on both sides of, every number that the rows name. */
  private static List<NodeFacts> nodesAround(FeatureRows feature) {
    var nodes = new ArrayList<NodeFacts>();
    for (var engine : values(feature, "engine", "1.1", "99.0")) {
      for (var kubernetes : values(feature, "kubernetes", "1.1", "1.99")) {
        for (var flag : List.of(true, false)) {
          var linux = Platform.of(Os.LINUX, "amd64");
          nodes.add(node(linux, engine, flag, kubernetes));
          for (var revision : values(feature, "revision", "0", "99999")) {
            for (int build : builds()) {
              nodes.add(
                  node(platform(build, Integer.parseInt(revision)), engine, flag, kubernetes));
            }
          }
        }
      }
    }
    return nodes;
  }

  private static List<Integer> builds() {
    return Stream.concat(
            Stream.of(10586, 16200, 30000),
            WindowsRelease.all().stream().map(WindowsRelease::build))
        .toList();
  }

  private static Set<String> values(FeatureRows feature, String fact, String... ends) {
    var values = new TreeSet<>(Arrays.asList(ends));
    for (var row : feature.rows()) {
      NUMBER
          .matcher(row.when().toString())
          .results()
          .filter(m -> m.group(1).equals(fact))
          .forEach(m -> values.add(m.group(2)));
    }
    return values;
  }

  private static NodeFacts windows(int build, int revision, String engine, String kubernetes) {
    return node(platform(build, revision), engine, true, kubernetes);
  }

  private static Platform platform(int build, int revision) {
    var version = new OsVersion(10, 0, build, OptionalInt.of(revision));
    return new Platform(Os.WINDOWS, "amd64", Optional.empty(), Optional.of(version));
  }

  private static NodeFacts node(Platform platform, String engine, boolean flag, String kubernetes) {
    return new NodeFacts(
        platform,
        Optional.of(new EngineVersion(engine)),
        Optional.of(flag),
        Optional.of(flag),
        Optional.of(new EngineVersion(kubernetes)));
  }
}
