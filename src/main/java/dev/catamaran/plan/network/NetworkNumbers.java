package dev.catamaran.plan.network;

import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.spec.NetworkSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/** The numbers (VNIs) by which nodes tell overlay networks apart, where a file chooses them. */
public final class NetworkNumbers {
  public static final String OPTION = "com.docker.network.driver.overlay.vxlanid_list";

  /** Windows keeps the smaller ones for itself. */
  public static final long FIRST_OF_WINDOWS = 4096;

  /** VXLAN has 24 bits for them. */
  private static final long LAST = (1 << 24) - 1;

  private NetworkNumbers() {}

  /** Those that are written and make sense. */
  public static List<Long> of(NetworkSpec network) {
    return words(network).stream().filter(NetworkNumbers::sound).map(Long::parseLong).toList();
  }

  /** Numbers that are none, and those that two networks of the file want. */
  static List<Finding> check(Collection<PlannedNetwork> networks) {
    var findings = new ArrayList<Finding>();
    var owners = new HashMap<Long, String>();
    for (var network : networks) {
      words(network.spec()).stream()
          .filter(w -> !sound(w))
          .map(w ->
              error(network, "\"" + w + "\" is no number of an overlay network")
                  .tryThis(
                      "numbers from " + FIRST_OF_WINDOWS + " to " + LAST + ", with commas between"))
          .forEach(findings::add);
      for (var number : of(network.spec())) {
        var other = owners.putIfAbsent(number, network.declared().key());
        if (other != null) {
          findings.add(
              error(
                      network,
                      "networks "
                          + other
                          + " and "
                          + network.declared().key()
                          + " want the same number "
                          + number)
                  .tryThis(
                      "give each its own, or leave " + OPTION + " out, and the managers choose"));
        }
      }
    }
    return findings;
  }

  private static Finding error(PlannedNetwork network, String message) {
    return Finding.error(Code.NETWORK_OPTION, message)
        .at(network.declared().places().of("driver_opts." + OPTION));
  }

  private static List<String> words(NetworkSpec network) {
    var text = network.options().getOrDefault(OPTION, "").strip();
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }

  private static boolean sound(String word) {
    return !word.isEmpty()
        && word.length() <= 8
        && word.chars().allMatch(c -> c >= '0' && c <= '9')
        && Long.parseLong(word) > 0
        && Long.parseLong(word) <= LAST;
  }
}
