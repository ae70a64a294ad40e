package dev.catamaran.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.finding.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random projects on random hybrid clusters: a refusal disappears when its way out is taken, and
 * what is granted can be kept. A seed replays a case.
 */
class WayOutTest {
  private static final int CASES = 150;

  /** One case, in which single things can be mended. */
  private static final class Case {
    private final long seed;
    private boolean patched;
    private boolean clear;
    private boolean rebuilt;
    private boolean spread;

    Case(long seed) {
      this.seed = seed;
    }

    Plan plan() {
      var random = new Random(seed * 6_700_417);
      var clusters = new Clusters().linux("m1");
      int nodes = 1 + random.nextInt(4);
      for (int i = 1; i <= nodes; i++) {
        clusters = windows(clusters, "w" + i, random);
      }
      return planning(random).on(clusters);
    }

    private Clusters windows(Clusters clusters, String name, Random random) {
      var build = one(random, "14393", "17763", "20348");
      var old = random.nextBoolean();
      var revision =
          switch (build) {
            case "14393" -> old && !patched ? "970" : "5000";
            case "17763" -> old && !patched ? "292" : "6775";
            default -> "3091";
          };
      var with =
          clusters
              .windows(name, build + "." + revision, build.equals("14393") ? "20.10.27" : "27.5.1")
              .hyperV(name, false);
      return random.nextInt(5) == 0 ? with.drained(name) : with;
    }

    private Planning planning(Random random) {
      var text = new StringBuilder("services:\n");
      int services = 1 + random.nextInt(4);
      for (int i = 1; i <= services; i++) {
        int port = 9000 + (spread ? i * 10 : 0) + random.nextInt(2);
        text.append("  s").append(i).append(":\n    image: ");
        text.append(one(random, "lin", "w16", "w16", "w19", "w19old", "w22")).append('\n');
        text.append("    networks: [").append(one(random, "plain", "inner")).append("]\n");
        text.append("    ports: ['").append(port).append(":80']\n");
      }
      text.append("networks:\n  plain: {}\n  inner:\n    driver_opts: {");
      text.append(clear ? "" : "encrypted: ''").append("}\n");
      return Planning.of(text.toString())
          .image("lin", "linux/amd64")
          .image("w16", builds("14393.900"))
          .image("w19old", builds("17763.200"))
          .image("w19", builds("17763.6000"))
          .image("w22", builds("20348.2000"));
    }

    private String[] builds(String own) {
      var all = rebuilt ? List.of("14393.5000", "17763.6000", "20348.2000") : List.of(own);
      return all.stream().map(b -> "windows(10.0." + b + ")/amd64").toArray(String[]::new);
    }

    @SafeVarargs
    private static <T> T one(Random random, T... choices) {
      return choices[random.nextInt(choices.length)];
    }
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, CASES);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anUpdateMendsWhatNeedsAPatchLevel(long seed) {
    var mended = new Case(seed);
    mended.patched = true;
    assertThat(refusals(mended)).doesNotContain(Code.OVERLAY_MISSING);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aNetworkInTheClearMendsWhatEncryptionRefused(long seed) {
    var mended = new Case(seed);
    mended.clear = true;
    assertThat(refusals(mended)).doesNotContain(Code.OVERLAY_ENCRYPTED);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anImageForEveryBuildMendsAWrongBuild(long seed) {
    var mended = new Case(seed);
    mended.rebuilt = true;
    mended.patched = true;
    assertThat(refusals(mended)).doesNotContain(Code.BUILD_MISMATCH);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anotherPortMendsATakenOne(long seed) {
    var mended = new Case(seed);
    mended.spread = true;
    assertThat(refusals(mended)).doesNotContain(Code.PORT_TAKEN);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyGrantBelongsToAServiceWithANode(long seed) {
    assertThat(new Case(seed).plan().services())
        .filteredOn(s -> !s.ports().isEmpty() && s.spec().isPresent())
        .allMatch(s -> !s.placement().eligible().isEmpty());
  }

  /** The cases are worth something: each way out is needed by some of them. */
  @Test
  void everyRefusalOccurs() {
    var all =
        seeds()
            .boxed()
            .flatMap(seed -> refusals(new Case(seed)).stream())
            .collect(Collectors.toSet());
    assertThat(all)
        .contains(
            Code.OVERLAY_MISSING, Code.OVERLAY_ENCRYPTED, Code.BUILD_MISMATCH, Code.PORT_TAKEN);
  }

  private static List<Code> refusals(Case drawn) {
    var codes = new ArrayList<Code>();
    drawn.plan().findings().stream().filter(f -> f.refuses()).forEach(f -> codes.add(f.code()));
    return codes;
  }
}
