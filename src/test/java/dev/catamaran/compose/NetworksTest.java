package dev.catamaran.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.spec.Attachment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworksTest {
  private static NetworkDeclaration declared(String lines, String key) {
    var project =
        Loads.of(
                "services: {web: {image: web, networks: ["
                    + key
                    + "]}}\nnetworks:\n"
                    + lines.indent(2))
            .project();
    return Optional.ofNullable(project.networks().get(key)).orElseThrow();
  }

  @Test
  void withoutNetworksAServiceIsOnTheDefaultOne() {
    var project = Loads.of("# a comment\nservices: {web: {image: web}}").project();
    assertThat(project.services().values())
        .singleElement()
        .satisfies(
            s -> assertThat(s.networks()).isEqualTo(List.of(new Attachment("default", List.of()))));
    assertThat(project.networks().keySet()).containsExactly("default");
    assertThat(project.networks().values())
        .allSatisfy(n -> assertThat(n.where()).hasToString("c.yaml:2:1"));
  }

  @Test
  void theDefaultNetworkIsDeclaredOnlyIfUsed() {
    var text = "services: {web: {image: web, networks: [front]}}\nnetworks: {front: }\n";
    assertThat(Loads.of(text).project().networks().keySet()).containsExactly("front");
  }

  @Test
  void aDeclaredDefaultNetworkIsTheOneUsed() {
    assertThat(declared("default: {driver_opts: {encrypted: ''}}", "default").driver().options())
        .containsEntry("encrypted", "");
  }

  @Test
  void listAndMappingAttach() {
    var text =
        """
        services:
          list: {image: a, networks: [front, back]}
          map: {image: b, networks: {back: {aliases: [db, store]}, front: }}
        networks: {front: , back: }
        """;
    var loads = Loads.of(text);
    assertThat(loads.service("list").networks())
        .isEqualTo(List.of(new Attachment("back", List.of()), new Attachment("front", List.of())));
    assertThat(loads.service("map").networks())
        .isEqualTo(
            List.of(
                new Attachment("back", List.of("db", "store")),
                new Attachment("front", List.of())));
  }

  @Test
  void declarationsCarryTheirOptionsAndWhereTheyStand() {
    var network =
        declared(
            """
            front:
              name: real
              driver: overlay
              driver_opts:
                encrypted: "true"
              attachable: true
              internal: true
              labels: {a: b}
            """,
            "front");
    assertThat(network.name()).contains("real");
    assertThat(network.driver().name()).contains("overlay");
    assertThat(network.driver().options()).containsEntry("encrypted", "true");
    assertThat(network.attachable()).isTrue();
    assertThat(network.internal()).isTrue();
    assertThat(network.labels()).containsEntry("a", "b");
    assertThat(network.where()).hasToString("c.yaml:3:3");
    assertThat(network.places().of("driver_opts.encrypted")).hasToString("c.yaml:7:18");
    assertThat(network.places().of("driver_opts.none")).hasToString("c.yaml:6:5");
  }

  @Test
  void anExternalNetworkAlwaysHasAName() {
    assertThat(declared("nat: {external: true}", "nat").name()).contains("nat");
    assertThat(declared("a: {external: {name: nat}}", "a").name()).contains("nat");
    assertThat(declared("a: {external: true, name: nat}", "a").name()).contains("nat");
    assertThat(declared("a: {external: true, name: nat}", "a").external()).isTrue();
    assertThat(declared("a: {external: false}", "a").name()).isEmpty();
  }

  @Test
  void anUndeclaredNetworkIsNamedWhereItIsUsed() {
    var text =
        """
        services:
          a: {image: a, networks: [fornt]}
          b: {image: b, networks: {bakc: }}
        networks: {front: , back: }
        """;
    assertThat(Loads.of(text).findings())
        .containsExactly(
            "2:28 error REFERENCE-UNDEFINED service a names the network fornt, which the file does not"
                + " declare",
            "3:28 error REFERENCE-UNDEFINED service b names the network bakc, which the file does not"
                + " declare");
  }
}
