package dev.catamaran.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a file, loading ends in a project or in findings that have a place. */
class BrokenFilesTest {
  private static final String EVERYTHING =
      """
      name: shop
      services:
        web:
          image: web:${TAG:-1}
          command: sleep 10
          entrypoint: [a, b]
          environment: {A: 1, B: }
          env_file: [{path: a.env, required: false, format: raw}]
          ports: ["8080:80", {target: 81, published: 8081, protocol: tcp, mode: host}]
          networks: {front: {aliases: [w]}}
          volumes: ["data:/data", {type: bind, source: ./a, target: /a, read_only: true}]
          tmpfs: /run
          deploy:
            mode: replicated
            replicas: 2
            endpoint_mode: vip
            labels: [a=b]
            placement: {constraints: [a == b]}
            resources: {limits: {cpus: "1", memory: 1M}, reservations: {cpus: 1, memory: 1M}}
            restart_policy: {condition: any, delay: 1s, max_attempts: 1, window: 1s}
            update_config: {parallelism: 1, max_failure_ratio: 0.1, order: start-first}
          healthcheck: {test: [CMD, a], interval: 1s, retries: 2, disable: false}
          configs: [site, {source: site, target: x, uid: "1", gid: "1", mode: 0440}]
          secrets: [key]
          labels: {a: b}
          platform: linux/amd64
          isolation: default
          hostname: web
          user: "1"
          working_dir: /
          stop_grace_period: 1m
          depends_on: {db: {condition: service_healthy, required: true}}
          links: ["db:store"]
          profiles: []
          mem_limit: 1M
          scale: 2
          build: .
        db: {image: db}
      networks:
        front: {driver: overlay, driver_opts: {encrypted: ""}, attachable: true, labels: [a]}
        there: {external: {name: nat}}
      volumes:
        data: {driver: local, driver_opts: {a: 1}, name: real}
      configs:
        site: {content: x}
      secrets:
        key: {file: key.txt}
      x-more: {a: [b]}
      """;

  private static final List<String> ODD =
      List.of(
          "",
          "''",
          "text",
          "5",
          "-1",
          "99999999999999999999",
          "1.5",
          "true",
          "[]",
          "{}",
          "[1]",
          "[[x]]",
          "[{a: b}]",
          "[null]",
          "{a: b}",
          "{a: [b]}",
          "{'': x}",
          "{1: 2}",
          "':'",
          "'='",
          "'/'",
          "'-'",
          "'${'",
          "'$X'",
          "!reset x");

  private static final List<String> INSIDE = List.of("", "text", "5", "[[x]]", "{a: [b]}");

  private static void load(String text) {
    load(Loads.of(text));
    load(Loads.of(text).stack());
  }

  private static void load(Loads loads) {
    var outcome = loads.file("key.txt", "x").outcome();
    assertThat(outcome.findings()).allMatch(f -> f.where().isPresent());
  }

  @Test
  void theFileItselfIsFine() {
    Loads.of(EVERYTHING).file("key.txt", "x").project();
  }

  static Stream<String> keys() {
    return EVERYTHING.lines().filter(l -> l.contains(":")).map(String::strip);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void anyValueAtAnyKey(String line) {
    var key = line.substring(0, line.indexOf(':') + 1);
    for (var odd : ODD) {
      load(EVERYTHING.replace(line, key + " " + odd));
    }
  }

  @ParameterizedTest
  @MethodSource("keys")
  void anyValueInsideTheLine(String line) {
    var colons = IntStream.range(0, line.length() - 1).filter(i -> line.startsWith(": ", i));
    colons.forEach(at -> {
      var end =
          Stream.of(",", "}", "]").mapToInt(s -> line.indexOf(s, at)).filter(i -> i > 0).min();
      end.ifPresent(e ->
          INSIDE.forEach(odd ->
              load(EVERYTHING.replace(line, line.substring(0, at + 2) + odd + line.substring(e)))));
    });
  }

  @Test
  void anyCharacterAnywhere() {
    var random = new Random(20_261_123);
    var odd = "{}[]:,-'\"#&*!|>%@`$\\\t\n 0a\u0000\uFEFF\uD83D";
    for (int i = 0; i < 500; i++) {
      var text = new StringBuilder(EVERYTHING);
      for (int change = 0; change <= random.nextInt(4); change++) {
        int at = random.nextInt(text.length());
        if (random.nextBoolean()) {
          text.setCharAt(at, odd.charAt(random.nextInt(odd.length())));
        } else {
          text.delete(at, Math.min(text.length(), at + random.nextInt(20)));
        }
      }
      load(text.toString());
    }
  }
}
