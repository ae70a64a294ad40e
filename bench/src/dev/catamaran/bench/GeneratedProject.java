package dev.catamaran.bench;

import dev.catamaran.image.ImageAnswer;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.Platform;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A project for both systems: constraints, reservations, preferences, ports and callers. */
public final class GeneratedProject {
  /** How services share networks. */
  public enum Shape {
    /** Twenty services on each network. */
    TEAMS,
    /** All services on one network: everybody may call everybody. */
    ONE_NETWORK
  }

  private static final int TEAM = 20;
  private static final int IMAGES = 60;

  private GeneratedProject() {}

  static String text(int services, Shape shape) {
    var random = new Random(11);
    var text = new StringBuilder("services:\n");
    for (int i = 0; i < services; i++) {
      text.append("  service%d:\n    image: team/app%d\n".formatted(i, i % IMAGES));
      text.append("    networks: [%s]\n".formatted(network(i, shape)));
      if (i % TEAM > 0) {
        text.append("    depends_on: [service%d]\n".formatted(i - 1));
        text.append("    environment: {NEXT: 'http://service%d:80'}\n".formatted(i - 1));
      }
      if (i % 10 == 0 && i < 20_000) {
        text.append("    ports: ['%d:80']\n".formatted(10_000 + i));
      }
      text.append("    deploy:\n      replicas: %d\n".formatted(1 + random.nextInt(4)));
      if (i % 2 == 0) {
        text.append("      resources: {reservations: {cpus: '0.5', memory: 512m}}\n");
      }
      if (i % 3 == 0) {
        text.append(
            "      placement: {constraints: [node.labels.zone == zone-%d]}\n"
                .formatted(random.nextInt(5)));
      } else if (i % 10 == 1) {
        text.append("      placement: {preferences: [{spread: node.labels.zone}]}\n");
      }
    }
    text.append("networks:\n");
    for (int i = 0; i < (shape == Shape.TEAMS ? services : 1); i += TEAM) {
      text.append("  %s: {}\n".formatted(network(i, shape)));
    }
    return text.toString();
  }

  private static String network(int service, Shape shape) {
    return shape == Shape.TEAMS ? "team" + service / TEAM : "all";
  }

  static Map<ImageRef, ImageAnswer> images() {
    var answers = new HashMap<ImageRef, ImageAnswer>();
    var windows = List.of("windows(10.0.17763.5000)/amd64", "windows(10.0.20348.2000)/amd64");
    for (int i = 0; i < IMAGES; i++) {
      var platform = i % 3 == 0 ? windows.get(i % 2) : "linux/amd64";
      answers.put(
          ImageRef.parse("team/app" + i),
          new ImageAnswer.Known(
              List.of(Platform.parse(platform).orElseThrow()), Optional.empty(), "bench"));
    }
    return answers;
  }
}
