package dev.catamaran.compose.grammar;

import dev.catamaran.compose.tree.ScalarKind;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What people write behind the keys of a Compose file, right and wrong. */
final class SampleValues {
  private static final List<String> DURATIONS =
      List.of("1s", "90s", "0s", "1m30s", "500ms", "1h", "-5s", "1.5h", "100us", "0", "1m0.5s");
  private static final List<String> MEMORY =
      List.of("512M", "1.5g", "64MiB", "1024", "50 M", "0", "1kb", "7b", "1e3", ".5G");
  private static final List<String> COMMANDS =
      List.of(
          "",
          "sh -c 'echo $$HOME'",
          "a \\\"b c\\\" d",
          "a # b",
          "# a",
          "a#b",
          "C:\\\\app\\\\run.exe",
          "echo '' x",
          "a\\n#b\\nc");
  private static final List<String> HOSTS =
      List.of("a:1.2.3.4", "b=::1", "c:[::1]", "d", "e=[2001:db8::1]", "=x", "f:");
  private static final List<String> PAIRS =
      List.of("A=1", "B", "SET", "SET=", "EMPTY", "C=", "=v", "D=x=y", "UNSET=", "A=${SET}", "");

  private static final Map<String, List<String>> TEXTS =
      Map.ofEntries(
          Map.entry("interval", DURATIONS),
          Map.entry("timeout", DURATIONS),
          Map.entry("start_period", DURATIONS),
          Map.entry("start_interval", DURATIONS),
          Map.entry("stop_grace_period", DURATIONS),
          Map.entry("delay", DURATIONS),
          Map.entry("monitor", DURATIONS),
          Map.entry("window", DURATIONS),
          Map.entry("memory", MEMORY),
          Map.entry("required_bytes", MEMORY),
          Map.entry("limit_bytes", MEMORY),
          Map.entry("command", COMMANDS),
          Map.entry("entrypoint", COMMANDS),
          Map.entry("test", COMMANDS),
          Map.entry("extra_hosts", HOSTS),
          Map.entry("environment", PAIRS),
          Map.entry("args", PAIRS),
          Map.entry("labels", PAIRS),
          Map.entry("sysctls", PAIRS),
          Map.entry("segments", PAIRS),
          Map.entry("env_file", List.of("one.env", "two.env", "./one.env", "${FILE}")),
          Map.entry(
              "ports",
              List.of(
                  "80",
                  "8080:80",
                  "8080:80/udp",
                  "53:53/TCP",
                  "8000-8003:80",
                  "9998-10001:98-101",
                  "90-92",
                  "127.0.0.1:81:80",
                  "[::1]:82:80",
                  "::1:82:80",
                  "0:80",
                  ":80",
                  "127.0.0.1::80",
                  "0080:080",
                  "1-2-3:4-5",
                  "80/",
                  "${PORT}:80")),
          Map.entry(
              "volumes",
              List.of(
                  "/a",
                  "v1:/a",
                  "./b:/b:ro",
                  "../c:/c",
                  "~/d:/d:rw",
                  "v2:/a:nocopy,ro",
                  "/h:/h:rshared,z",
                  "C:\\\\a:C:\\\\b:ro",
                  "v:/data",
                  "a:b:c:d",
                  "v1:C:\\\\x",
                  "e",
                  "d:",
                  "${SET}:/x",
                  "./b/../c/:/y")),
          Map.entry("type", List.of("bind", "volume", "tmpfs", "npipe", "cluster", "Bind")),
          Map.entry(
              "source", List.of("a", "b", "/a", "./a", "~", "~x", "../..", "${SET}", "C:\\\\x")),
          Map.entry("target", List.of("a", "/b", "/c", "C:\\\\x", "")),
          Map.entry("networks", List.of("a", "b", "c2", "${SET}", "default")),
          Map.entry("driver", List.of("a", "b", "", "json-file")),
          Map.entry("file", List.of("a.txt", "/a.txt", "./x/../y.txt", "~/z", "")));

  private static final List<String> OTHER =
      List.of(
          "a",
          "b",
          "a b",
          "",
          "${SET}",
          "$SET",
          "${EMPTY}",
          "${UNSET}",
          "${UNSET:-d e}",
          "${EMPTY:-f}",
          "${EMPTY-g}",
          "$SET-x",
          "$$x",
          "${SET?no}",
          "1",
          "true",
          "no");

  private static final List<String> BAD =
      List.of(
          "\"$\"",
          "\"${\"",
          "\"${SET:+x}\"",
          "\"${UNSET?gone}\"",
          "\"$ ${SET}\"",
          "\"${UNSET?a-b}\"",
          "\"5x\"",
          "\"80:\"",
          "\":\"",
          "\"a::b\"",
          "\"1d\"",
          "\"'\"",
          "\"a b\"",
          "5",
          "-1",
          "1.5",
          "1e3",
          "0777",
          "0x1F",
          "1_000",
          "true",
          "yes",
          "~",
          "2020-01-01",
          "2020-01-01T10:11:12.5+01:00",
          "[]",
          "{}",
          "[a, a]",
          "[[a]]",
          "{a: b}",
          "{a: ~}",
          "{1: a}",
          "!x 5",
          "\"\"",
          "a");

  private SampleValues() {}

  static String anything(Random random) {
    return one(BAD, random);
  }

  static String text(String key, Random random) {
    return '"' + one(TEXTS.getOrDefault(key, OTHER), random) + '"';
  }

  static String plain(ScalarKind kind, String key, Random random) {
    return switch (kind) {
      case STRING -> text(key, random);
      case BOOLEAN -> one(List.of("true", "false", "True", "FALSE"), random);
      case INTEGER ->
          key.equals("ports")
              ? one(List.of("80", "81", "080"), random)
              : one(List.of("0", "1", "2", "0777", "0o17", "0x1F", "1_000", "3.0"), random);
      case FLOAT ->
          key.equals("ports")
              ? "82"
              : one(List.of("0.5", "1.0", "1e3", "12345678.5", "0.0", ".25"), random);
      case DATE -> one(List.of("2020-01-01", "2020-1-2 3:4:5"), random);
      case NULL -> one(List.of("~", "null"), random);
    };
  }

  static String name(String key, Random random) {
    return switch (key) {
      case "environment", "args", "labels" ->
          one(List.of("A", "B", "SET", "EMPTY", "UNSET", "a10", "a9", "a.b"), random);
      case "ulimits" -> one(List.of("nofile", "nproc"), random);
      case "services" -> one(List.of("web", "db", "a.b"), random);
      default -> one(List.of("a", "b", "c2", "c10"), random);
    };
  }

  private static String one(List<String> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
