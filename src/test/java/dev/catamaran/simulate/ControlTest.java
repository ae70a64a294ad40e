package dev.catamaran.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catamaran.json.Json;
import dev.catamaran.spec.FileKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine refuses, in its own words, and what it allots. */
class ControlTest {
  private static final String INVALID = "rpc error: code = InvalidArgument desc = ";
  private static final String INGRESS =
      "{'EndpointSpec':{'Ports':[{'TargetPort':80,'PublishedPort':8080}]}}";
  private static final String HOST =
      "{'EndpointSpec':{'Ports':[{'TargetPort':80,'PublishedPort':8080,'PublishMode':'host'}]}}";

  private final Play play = new Play().linux("linux1").image("app:1", "linux/amd64");

  private void refused(Runnable request, Refusal.Kind kind, String text) {
    assertThatThrownBy(request::run)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(kind))
        .hasMessage(text);
  }

  @Test
  void aNameIsTakenOnce() {
    play.service("web", "{}");
    refused(
        () -> play.service("web", "{}"),
        Refusal.Kind.CONFLICT,
        "rpc error: code = AlreadyExists desc = name conflicts with an existing object: service"
            + " web already exists");
  }

  @Test
  void dnsrrAndIngressDoNotGoTogether() {
    refused(
        () ->
            play.service(
                "web",
                "{'EndpointSpec':{'Mode':'dnsrr','Ports':[{'TargetPort':80,'PublishedPort':80}]}}"),
        Refusal.Kind.INVALID,
        INVALID + "EndpointSpec: port published with ingress mode can't be used with dnsrr mode");
  }

  @Test
  void anIngressPortIsTakenOnce() {
    var id = play.service("web", INGRESS);
    refused(
        () -> play.service("other", INGRESS),
        Refusal.Kind.INVALID,
        INVALID + "port '8080' is already in use by service 'web' (" + id + ") as an ingress port");
    refused(
        () -> play.service("other", HOST),
        Refusal.Kind.INVALID,
        INVALID + "port '8080' is already in use by service 'web' (" + id + ") as an ingress port");
  }

  @Test
  void aHostPortExcludesIngressAndNotAnotherHostPort() {
    var id = play.service("web", HOST);
    assertThat(play.service("second", HOST)).isNotEmpty();
    refused(
        () -> play.service("third", INGRESS),
        Refusal.Kind.INVALID,
        INVALID
            + "port '8080' is already in use by service 'web' ("
            + id
            + ") as a host-published port");
  }

  @Test
  void anOpenIngressPortIsAllottedAndKept() {
    var open = "{'EndpointSpec':{'Ports':[{'TargetPort':80}]}}";
    var first = play.service("first", open);
    var second = play.service("second", open);
    assertThat(published(first)).isEqualTo(30000);
    assertThat(published(second)).isEqualTo(30001);
    play.update(second, "second", open);
    assertThat(published(second)).isEqualTo(30001);
  }

  private int published(String id) {
    return play.the(id).endpoint().ports().getFirst().published().orElseThrow().number();
  }

  @Test
  void aMissingNetworkIsRefused() {
    refused(
        () -> play.service("web", "{'TaskTemplate':{'Networks':[{'Target':'nope'}]}}"),
        Refusal.Kind.NOT_FOUND,
        "network nope not found");
  }

  @Test
  void aUsedNetworkStays() {
    var back = play.happens(new Event.CreateNetwork(Play.json("{'Name':'b','Driver':'overlay'}")));
    var id = play.service("web", "{'TaskTemplate':{'Networks':[{'Target':'b'}]}}");
    refused(
        () -> play.happens(new Event.RemoveNetwork(back)),
        Refusal.Kind.INVALID,
        "rpc error: code = FailedPrecondition desc = network "
            + back
            + " is in use by service "
            + id);
    play.happens(new Event.RemoveService(id));
    play.happens(new Event.RemoveNetwork(back));
    assertThat(play.world.networks()).doesNotContainKey(back);
  }

  @Test
  void tasksAndVirtualAddressesComeFromTheNetworksSubnet() {
    play.happens(new Event.CreateNetwork(Play.json("{'Name':'b','Driver':'overlay'}")));
    var id = play.service("web", "{'TaskTemplate':{'Networks':[{'Target':'b'}]}}");
    assertThat(play.the(id).endpoint().addresses().values()).containsExactly("10.0.4.2");
    assertThat(play.newest(id).addresses().values()).containsExactly("10.0.4.3");
  }

  @Test
  void secretsAreNeverPrinted() {
    var content = "c2VjcmV0LWNvbnRlbnQ=";
    var spec = Json.object().with("Name", "key").with("Data", content);
    var event = new Event.CreateFile(FileKind.SECRET, spec);
    var id = play.happens(event);
    assertThat(play.world.files().get(id)).hasToString("secret key (" + id + ")");
    assertThat(play.world.toString() + event).doesNotContain(content);
  }

  @Test
  void aUsedSecretStaysAndAMissingOneIsRefused() {
    var id = play.happens(new Event.CreateFile(FileKind.SECRET, Json.object().with("Name", "key")));
    var use =
        "{'TaskTemplate':{'ContainerSpec':{'Secrets':[{'SecretID':'%s','SecretName':'%s'}]}}}";
    play.service("web", use.formatted(id, "key"));
    refused(
        () -> play.happens(new Event.RemoveFile(FileKind.SECRET, id)),
        Refusal.Kind.INVALID,
        INVALID + "secret 'key' is in use by the following service: web");
    refused(
        () -> play.service("other", use.formatted("nothing", "lost")),
        Refusal.Kind.INVALID,
        INVALID + "secret not found: lost");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'Mode':{'Global':{}}} | rpc error: code = Unimplemented desc = service mode change is not allowed
          {'Name':'other'}       | rpc error: code = Unimplemented desc = renaming services is not supported
          """)
  void whatAnUpdateMayNotChange(String change, String text) {
    var id = play.service("web", "{}");
    refused(() -> play.update(id, "web", change), Refusal.Kind.INTERNAL, text);
  }

  @Test
  void anImageThatIsNoneIsRefused() {
    refused(
        () -> play.service("web", "{'TaskTemplate':{'ContainerSpec':{'Image':'No Image'}}}"),
        Refusal.Kind.INVALID,
        INVALID + "ContainerSpec: \"No Image\" is not a valid repository/tag");
  }

  @Test
  void aRefusedEventChangesNothing() {
    play.service("web", "{}");
    var before = play.world;
    assertThatThrownBy(() -> play.service("web", "{}")).isInstanceOf(Refusal.class);
    assertThat(play.world).isEqualTo(before);
  }
}
