package dev.catamaran.compose;

import static org.assertj.core.api.Assertions.assertThat;

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
          c: {image: c, links: [a, 'b:b']}
        """;
    var loads = Loads.of(text);
    assertThat(loads.service("a").needs())
        .containsExactly(new ServiceName("b"), new ServiceName("c"));
    assertThat(loads.service("b").needs()).containsExactly(new ServiceName("c"));
    assertThat(loads.service("c").needs())
        .containsExactly(new ServiceName("a"), new ServiceName("b"));
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
          a: {image: a, depends_on: [bb]}
          b: {image: b, depends_on: {c: {required: false}}}
        """;
    assertThat(Loads.of(text).findings())
        .containsExactly(
            "2:17" + INFO,
            "2:30 error REFERENCE-UNDEFINED no service \"bb\" is declared, or its profile is not"
                + " active",
            "3:17" + INFO);
  }
}
