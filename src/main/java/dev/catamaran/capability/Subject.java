package dev.catamaran.capability;

import java.util.Locale;
import java.util.Optional;

/** What a file of the matrix is about; the beginning of a feature's id tells its subject. */
public enum Subject {
  ENGINE("engine. swarm. image."),
  NETWORKING("net."),
  SCHEDULING("sched."),
  ISOLATION("iso. svc.isolation"),
  COMPOSE_KEYS("svc. compose."),
  STORAGE("mount. storage."),
  SECRETS("svc.secrets svc.configs svc.files"),
  LOGGING("svc.logging"),
  HEALTHCHECKS("svc.healthcheck"),
  KUBERNETES("k8s.");

  private final String prefixes;

  Subject(String prefixes) {
    this.prefixes = prefixes;
  }

  /** The name of the file, without its ending. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The subject with the longest beginning that fits: {@code svc.secrets} is no Compose key. */
  static Optional<Subject> of(String id) {
    Optional<Subject> best = Optional.empty();
    int longest = 0;
    for (var subject : values()) {
      for (var prefix : subject.prefixes.split(" ", -1)) {
        if (id.startsWith(prefix) && prefix.length() > longest) {
          best = Optional.of(subject);
          longest = prefix.length();
        }
      }
    }
    return best;
  }
}
