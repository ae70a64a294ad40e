package dev.catamaran.plan;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.capability.Feature;
import dev.catamaran.capability.Matrix;
import dev.catamaran.capability.Subject;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the matrix knows of networks and storage is asked of it by the planner, or why not. */
class ConsultedFeaturesTest {
  private static final Path PLANNER = Path.of("src/main/java/dev/catamaran/plan");
  private static final String DRIVERS =
      "drivers of one node are refused for every service (plan.network Drivers, ExternalNetworks)";
  private static final String ATTRIBUTES = "the table of attributes says it at the key";
  private static final String NODE = "set on the node, no Compose file says it";
  private static final String CALLERS = "no Compose file says who calls from where";
  private static final String PATHS = "plan.storage knows the paths and places themselves";

  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("net.overlay.attachable", "the rows are those of net.overlay, which is asked"),
          Map.entry("net.overlay.vni", "managers before 1.13 speak no API of ours"),
          Map.entry("net.overlay.withoutIpv6Stack", NODE),
          Map.entry("net.overlay.localAddress", CALLERS),
          Map.entry("net.dnsrr", "the rows are those of net.overlay, which is asked"),
          Map.entry("net.publish.hostIp", ATTRIBUTES),
          Map.entry("net.publish.hostRange", "the canonical tree has one host port for each"),
          Map.entry(
              "net.publish.sctp", "plan.ports decides how a port of each protocol is published"),
          Map.entry("net.loopback.published", CALLERS),
          Map.entry("net.ping", CALLERS),
          Map.entry("net.oneAddress", CALLERS),
          Map.entry("net.mtu", NODE),
          Map.entry("net.option.auxAddresses", ATTRIBUTES),
          Map.entry("net.dataPathPort", "chosen when the swarm is made, no Compose file says it"),
          Map.entry("net.dns.proxy", NODE),
          Map.entry("net.dns.options", ATTRIBUTES),
          Map.entry("net.ipv6.l2bridge", DRIVERS),
          Map.entry("net.driver.bridge", DRIVERS),
          Map.entry("net.driver.host", DRIVERS),
          Map.entry("net.driver.macvlan", DRIVERS),
          Map.entry("net.driver.ipvlan", DRIVERS),
          Map.entry("net.driver.nat", DRIVERS),
          Map.entry("net.driver.transparent", DRIVERS),
          Map.entry("net.driver.l2bridge", DRIVERS),
          Map.entry("net.driver.l2tunnel", DRIVERS),
          Map.entry("net.driver.ics", DRIVERS),
          Map.entry("net.driver.internal", DRIVERS),
          Map.entry("net.driver.nat.several", DRIVERS),
          Map.entry("net.driver.nat.persistent", DRIVERS),
          Map.entry("mount.npipe.stackFile", "we ask the API, and no docker stack reads the file"),
          Map.entry("mount.volume.copyUp", "the default of every volume; the table notes nocopy"),
          Map.entry("mount.bind.create", "told for every source (plan.storage MountNotes)"),
          Map.entry("mount.target.linux", PATHS),
          Map.entry("mount.target.windows", PATHS),
          Map.entry("mount.target.root", PATHS),
          Map.entry("mount.smb", PATHS),
          Map.entry("storage.size", ATTRIBUTES));

  @Test
  void everyFeatureOfNetworksAndStorageIsAskedOrSaysWhyNot() throws IOException {
    var text = planner();
    var constants = constants();
    var silent =
        features()
            .filter(id -> !asked(id, text, constants))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(silent).isSubsetOf(ELSEWHERE.keySet());
  }

  private static boolean asked(String id, String text, Map<String, String> constants) {
    return text.contains('"' + id + '"')
        || (constants.containsKey(id) && text.contains("Feature." + constants.get(id)));
  }

  private static Stream<String> features() {
    var matrix = Matrix.load();
    return Stream.of(Subject.NETWORKING, Subject.STORAGE)
        .flatMap(s -> matrix.features(s).stream())
        .map(rows -> rows.feature().id());
  }

  private static Map<String, String> constants() {
    return Arrays.stream(Feature.class.getFields())
        .filter(f -> f.getType() == Feature.class)
        .collect(toMap(f -> value(f).id(), Field::getName));
  }

  private static Feature value(Field constant) {
    try {
      return (Feature) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String planner() throws IOException {
    try (var files = Files.walk(PLANNER)) {
      List<Path> sources = files.filter(f -> f.toString().endsWith(".java")).toList();
      var text = new StringBuilder();
      for (var source : sources) {
        text.append(Files.readString(source));
      }
      return text.toString();
    }
  }
}
