package dev.catamaran.compose.specification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.compose.Loader;
import dev.catamaran.compose.source.Dialect;
import dev.catamaran.compose.source.Input;
import dev.catamaran.compose.source.Variables;
import dev.catamaran.finding.Finding;
import dev.catamaran.spec.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with mistakes that nobody thought of: always findings, never an exception, and soon. */
class BrokenProjectsTest {
  private static final String SOUND =
      """
      name: shop
      include:
        - inc.yaml
        - {path: [inc.yaml, over.yaml], project_directory: sub, env_file: a.env}
      x-common: &common
        restart: always
        logging: {driver: json-file, options: {max-size: 10m}}
      services:
        web:
          <<: *common
          image: "web:${TAG:-1}"
          build: {context: ., args: [A=1], additional_contexts: {b: ./b}}
          command: ["serve", "--port", "${PORT:?no port}"]
          ports: ["80:80", {target: 81, published: "81"}]
          volumes: [./a:/a, data:/data, {type: bind, source: ./c, target: /c}]
          environment: {A: 1, B: null, C: "${C}"}
          env_file: [a.env]
          networks: {front: {aliases: [w]}, back: }
          depends_on: {db: {condition: service_healthy}}
          deploy: {replicas: 2, resources: {limits: {cpus: "0.5", memory: 50M}}}
          healthcheck: {test: [CMD, x], interval: 5s}
          secrets: [s]
          configs: [{source: c, mode: 0440}]
          ulimits: {nofile: {soft: 1, hard: 2}}
          extra_hosts: [a:1.1.1.1]
          devices: [/dev/a:/dev/b]
          profiles: [p]
          labels: !override [a=b]
        db: {extends: {file: inc.yaml, service: base}, tty: yes, user: !reset x}
      networks: {front: {ipam: {config: [{subnet: 10.0.0.0/8}]}}, back: {external: true}}
      volumes: {data: {driver: local, driver_opts: {o: bind, device: ./d}}}
      secrets: {s: {file: ./s.txt}}
      configs: {c: {content: "x ${TAG}"}}
      ---
      services: {web: {ports: !reset [], command: x}}
      """;

  private static final String OTHER =
      """
      services:
        base: {image: b, ports: ["1:1"], extends: more}
        more: {command: x, env_file: a.env}
      """;

  private static final List<String> PIECES =
      List.of(
          "null",
          "[]",
          "{}",
          "!reset ",
          "!override ",
          "*common",
          "&common ",
          "<<: ",
          "- ",
          ": ",
          "${",
          "}",
          "$$",
          "${A:?b}",
          "\"",
          "'",
          "\n",
          "  ",
          "0x1F",
          "2020-01-01",
          "1e999",
          "-1",
          "true",
          "x-a",
          "extends: web",
          "---\n",
          "\t",
          "C:\\a",
          "~",
          ".",
          "..",
          "99999999999",
          "\uFEFF");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  @Timeout(60)
  void anyMutationEndsInFindings(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 150; i++) {
      var text = mutated(SOUND, random);
      var other = random.nextInt(3) == 0 ? mutated(OTHER, random) : OTHER;
      var outcome = Loader.resolve(input(text, other));
      assertThat(outcome.findings()).as(text).isSortedAccordingTo(Finding.BY_PLACE);
    }
  }

  private static String mutated(String text, Random random) {
    var made = new StringBuilder(text);
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      int from = random.nextInt(made.length());
      switch (random.nextInt(4)) {
        case 0 -> made.insert(from, PIECES.get(random.nextInt(PIECES.size())));
        case 1 -> made.delete(from, Math.min(made.length(), from + 1 + random.nextInt(12)));
        case 2 -> swapLines(made, random);
        default -> value(made, from, PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return made.toString();
  }

  private static void swapLines(StringBuilder text, Random random) {
    var lines = new ArrayList<>(text.toString().lines().toList());
    var moved = lines.remove(random.nextInt(lines.size()));
    lines.add(random.nextInt(lines.size() + 1), moved);
    text.setLength(0);
    text.append(String.join("\n", lines)).append("\n");
  }

  /** Another value behind the next colon. */
  private static void value(StringBuilder text, int from, String piece) {
    int colon = text.indexOf(": ", from);
    int end = colon < 0 ? -1 : text.indexOf("\n", colon);
    if (end >= 0) {
      text.replace(colon + 2, end, piece);
    }
  }

  private static Input input(String text, String other) {
    return new Input(
        List.of(new Input.Source("c.yaml", new Content(text.getBytes(UTF_8)))),
        new Variables(Map.of("PORT", "1"), Map.of("TAG", "2")),
        Optional.empty(),
        "/srv/shop",
        Set.of("p"),
        path ->
            path.endsWith(".yaml")
                ? Optional.of(other.getBytes(UTF_8))
                : Optional.of("A=${B:-1}\n".getBytes(UTF_8)),
        Optional.of(Dialect.COMPOSE),
        true);
  }
}
