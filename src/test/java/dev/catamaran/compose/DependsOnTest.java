package dev.catamaran.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Severity;
import dev.catamaran.model.ServiceName;
import org.junit.jupiter.api.Test;

class DependsOnTest {
  private static final String INFO =
      " info KEY-NOT-APPLIED depends_on gives no order: Swarm starts services in any";

  @Test
  void listMappingAndLinksAreNeeds() {
    var text =
        """
        services:
          a: {image: a, depends_on: [b, c]}
          b: {image: b, depends_on: {c: {condition: service_started}}}
          c: {image: c, links: ['d:d']}
          d: {image: d}
        """;
    var loads = Loads.of(text);
    assertThat(loads.service("a").needs())
        .containsExactly(new ServiceName("b"), new ServiceName("c"));
    assertThat(loads.service("b").needs()).containsExactly(new ServiceName("c"));
    assertThat(loads.service("c").needs()).containsExactly(new ServiceName("d"));
    assertThat(loads.findings()).containsExactly("2:17" + INFO, "3:17" + INFO);
  }

  @Test
  void waitingForHealthIsAWarning() {
    var text =
        """
        services:
          a: {image: a, depends_on: {b: {condition: service_healthy}}}
          b: {image: b}
        """;
    assertThat(Loads.of(text).findings())
        .containsExactly(
            "2:17" + INFO,
            "2:45 warning KEY-NOT-APPLIED depends_on gives no order: Swarm starts services in any, and waits for no"
                + " service_healthy");
  }

  @Test
  void anAliasOfALinkIsAWarningWithTheWayOut() {
    var text = "services:\n  a: {image: a, links: ['b:database']}\n  b: {image: b}\n";
    assertThat(Loads.of(text).outcome().findings())
        .singleElement()
        .satisfies(f ->
            assertThat(f.message())
                .isEqualTo("Swarm has no links: \"database\" will not lead to b"))
        .satisfies(f ->
            assertThat(f.ways())
                .containsExactly("give b the alias database below networks: (NETWORK: aliases:)"));
  }

  @Test
  void anUndeclaredServiceIsRefusedUnlessItIsNotRequired() {
    var text =
        """
        services:
          a: {image: a, depends_on: [stroe]}
          store: {image: b, depends_on: {c: {condition: service_started, required: false}}}
          c: {image: c, profiles: [p]}
        """;
    assertThat(Loads.of(text).outcome().findings())
        .filteredOn(Finding::refuses)
        .singleElement()
        .satisfies(f -> assertThat(f.where().orElseThrow()).hasToString("c.yaml:2:30"))
        .satisfies(f -> assertThat(f.code()).isEqualTo(Code.REFERENCE_UNDEFINED))
        .satisfies(f ->
            assertThat(f.message())
                .isEqualTo("service a depends on stroe, which is no service of the file"))
        .satisfies(f -> assertThat(f.ways()).containsExactly("did you mean \"store\"?"))
        .satisfies(f -> assertThat(f.subject().service()).contains(new ServiceName("a")));
  }

  @Test
  void dockerStackIsContentWithAnUndeclaredService() {
    var text = "services:\n  a: {image: a, depends_on: [stroe]}\n  store: {image: b}\n";
    assertThat(Loads.of(text).stack().outcome().findings())
        .filteredOn(f -> f.code() == Code.REFERENCE_UNDEFINED)
        .singleElement()
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.WARNING))
        .satisfies(f -> assertThat(f.ways()).containsExactly("did you mean \"store\"?"));
  }

  @Test
  void servicesThatWaitForEachOtherAreRefusedAndLinksCount() {
    var text =
        """
        services:
          a: {image: a, depends_on: [b]}
          b: {image: b, links: [a]}
        """;
    assertThat(Loads.of(text).findings())
        .contains("3:25 error VALUE-INVALID services wait for each other: a -> b -> a");
  }
}
