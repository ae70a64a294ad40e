package dev.catamaran.spec;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What runs inside each task, apart from the image.
 *
 * @param labels container labels
 * @param isolation empty leaves the choice to the engine
 * @param stopGrace how long the engine waits before it kills; empty is the engine's default
 * @param execution everything else the engine can be told of how it runs
 */
public record Container(
    Command command,
    Map<String, String> labels,
    Optional<String> hostname,
    List<Mount> mounts,
    List<FileUse> files,
    Optional<Healthcheck> healthcheck,
    Optional<Isolation> isolation,
    Optional<Duration> stopGrace,
    Execution execution) {
  public Container {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    mounts = List.copyOf(mounts);
    files = List.copyOf(files);
  }

  /** Nothing written of how it runs. */
  public Container(
      Command command,
      Map<String, String> labels,
      Optional<String> hostname,
      List<Mount> mounts,
      List<FileUse> files,
      Optional<Healthcheck> healthcheck,
      Optional<Isolation> isolation,
      Optional<Duration> stopGrace) {
    this(
        command,
        labels,
        hostname,
        mounts,
        files,
        healthcheck,
        isolation,
        stopGrace,
        Execution.DEFAULT);
  }

  public Container withMounts(List<Mount> others) {
    return new Container(
        command, labels, hostname, others, files, healthcheck, isolation, stopGrace, execution);
  }

  public Container withFiles(List<FileUse> others) {
    return new Container(
        command, labels, hostname, mounts, others, healthcheck, isolation, stopGrace, execution);
  }

  public Container withLabels(Map<String, String> others) {
    return new Container(
        command, others, hostname, mounts, files, healthcheck, isolation, stopGrace, execution);
  }

  public Container withIsolation(Optional<Isolation> other) {
    return new Container(
        command, labels, hostname, mounts, files, healthcheck, other, stopGrace, execution);
  }

  public Container withExecution(Execution other) {
    return new Container(
        command, labels, hostname, mounts, files, healthcheck, isolation, stopGrace, other);
  }
}
