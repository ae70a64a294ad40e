package dev.catamaran.cli;

import dev.catamaran.cli.Explanation.Line;
import dev.catamaran.compose.Project;
import dev.catamaran.compose.Service;
import dev.catamaran.image.ImageAnswer;
import dev.catamaran.model.ImageRef;
import dev.catamaran.model.Platform;
import dev.catamaran.plan.Plan;
import dev.catamaran.plan.ServicePlan;
import dev.catamaran.plan.discovery.Callers;
import dev.catamaran.plan.placement.Placement;
import dev.catamaran.spec.FileUse;
import dev.catamaran.spec.Mount;
import dev.catamaran.spec.ServiceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every decision on one service, with its reason. */
final class ServiceExplanation {
  private final Project project;
  private final Plan plan;
  private final Map<ImageRef, ImageAnswer> images;
  private final List<Line> lines = new ArrayList<>();

  ServiceExplanation(Project project, Plan plan, Map<ImageRef, ImageAnswer> images) {
    this.project = project;
    this.plan = plan;
    this.images = images;
  }

  Explanation of(Service service) {
    service.image().ifPresent(i -> image(service, i));
    plan.services().stream()
        .filter(s -> s.service().name().equals(service.name()))
        .findFirst()
        .ifPresentOrElse(
            this::decisions, () -> lines.add(Line.of("planned", "no: the findings say why")));
    callers(service);
    return new Explanation(
        "service",
        service.name().text(),
        "of project " + project.name() + "  (" + service.where() + ")",
        lines,
        plan.findings().stream()
            .filter(f -> f.subject().service().filter(service.name()::equals).isPresent())
            .toList());
  }

  private void image(Service service, ImageRef image) {
    var answer = images.getOrDefault(image, new ImageAnswer.Unknown("nobody was asked"));
    var line = Line.of("image", image.familiar()).at(service.places().nearest("image"));
    lines.add(
        switch (answer) {
          case ImageAnswer.Known(var platforms, var digest, var source) ->
              line.because(offers(platforms, digest.map(d -> "today " + d))).says(source);
          case ImageAnswer.NotFound(var source) ->
              line.because(List.of("does not exist")).says(source);
          case ImageAnswer.Unknown(var reason) ->
              line.because(List.of("nobody knows its platforms: " + reason));
        });
  }

  private static List<String> offers(List<Platform> platforms, Optional<String> digest) {
    var offers = new ArrayList<String>();
    offers.add(
        "made for "
            + platforms.stream()
                .map(Platform::toString)
                .distinct()
                .collect(Collectors.joining(", ")));
    digest.ifPresent(offers::add);
    return offers;
  }

  private void decisions(ServicePlan decided) {
    placement(decided);
    var found = decided.discovery();
    lines.add(
        Line.of("found by", found.mode().word())
            .because(Stream.concat(Stream.of(found.reason()), found.further().stream()).toList())
            .at(decided.service().places().nearest("deploy.endpoint_mode"))
            .says(found.source()));
    decided
        .ports()
        .forEach(p ->
            lines.add(Line.of("port", PlanText.port(p), p.reason()).at(Optional.of(p.where()))));
    decided.spec().ifPresent(this::belongings);
  }

  private void placement(ServicePlan decided) {
    var placement = decided.placement();
    placement
        .eligible()
        .forEach(e -> lines.add(Line.of("runs on", e.name() + "  as " + e.platform())));
    placement
        .resting()
        .forEach(n -> lines.add(Line.of("later on", n.text(), "only its state keeps it away")));
    placement.refused().stream()
        .filter(r -> !placement.resting().contains(r.name()))
        .forEach(r -> lines.add(refused(r)));
    placement
        .isolation()
        .ifPresent(i ->
            lines.add(
                Line.of("isolation", i.word(), "what its nodes start the image in")
                    .at(decided.service().places().nearest("isolation"))));
    placement
        .constraints()
        .forEach(c -> lines.add(Line.of("constraint", c.constraint(), c.reason())));
  }

  private static Line refused(Placement.RefusedNode refused) {
    return Line.of("not on", refused.name().text()).because(refused.reasons());
  }

  private void belongings(ServiceSpec spec) {
    spec.networks()
        .forEach(n ->
            lines.add(
                Line.of(
                    "network", n.network(), "known there as " + String.join(", ", n.aliases()))));
    spec.container().mounts().forEach(m -> lines.add(mount(m)));
    spec.container().files().forEach(f -> lines.add(file(f)));
  }

  private static Line mount(Mount mount) {
    return Line.of(
        mount.type().name().toLowerCase(java.util.Locale.ROOT),
        mount.source().map(s -> s + " at ").orElse("at ") + mount.target());
  }

  private static Line file(FileUse use) {
    return Line.of(use.kind().word(), use.source() + " at " + use.target());
  }

  /** Those that the file names, then whoever else is on a network with it. */
  private void callers(Service service) {
    var callers = new Callers(project);
    var named = callers.named(service.name());
    named.forEach(c -> lines.add(Line.of("called by", c.service().name().text(), c.evidence())));
    var known = named.stream().map(c -> c.service().name()).toList();
    for (var network : callers.networks(service.name())) {
      callers
          .members(network, s -> !s.name().equals(service.name()) && !known.contains(s.name()))
          .forEach(s ->
              lines.add(
                  Line.of("called by", s.name().text(), "shares network " + network + " with it")));
    }
  }
}
