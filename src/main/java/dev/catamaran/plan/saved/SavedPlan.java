package dev.catamaran.plan.saved;

import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.finding.Outcome;
import dev.catamaran.model.ProjectName;
import dev.catamaran.plan.Change;
import dev.catamaran.spec.Content;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.FileSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A plan that waits to be applied, whole: neither the Compose files nor a registry is asked again.
 *
 * @param basis what must still hold when it is applied
 * @param changes with the contents of configs, and without those of secrets
 * @param secrets the contents that are read again
 * @param published where published ports will answer, one line each
 */
public record SavedPlan(
    ProjectName project,
    Basis basis,
    List<Change> changes,
    List<KeptSecret> secrets,
    List<String> published) {
  public SavedPlan {
    changes = List.copyOf(changes);
    secrets = List.copyOf(secrets);
    published = List.copyOf(published);
  }

  /**
   * The changes as they can be saved; refused where a secret's content could not be read again.
   *
   * @param published where published ports will answer, one line each
   */
  public static Outcome<SavedPlan> of(
      ProjectName project, Basis basis, List<Change> changes, List<String> published) {
    var kept = new ArrayList<Change>();
    var secrets = new ArrayList<KeptSecret>();
    var findings = new ArrayList<Finding>();
    for (var change : changes) {
      if (change instanceof Change.CreateFile(var spec) && secretContent(spec).isPresent()) {
        kept.add(new Change.CreateFile(with(spec, Optional.empty())));
        kept(spec, basis).ifPresentOrElse(secrets::add, () -> findings.add(nowhere(spec)));
      } else {
        kept.add(change);
      }
    }
    return findings.isEmpty()
        ? Outcome.of(new SavedPlan(project, basis, kept, secrets, published))
        : new Outcome.Refused<>(findings);
  }

  private static Optional<KeptSecret> kept(FileSpec spec, Basis basis) {
    var content = spec.content().orElseThrow();
    return content
        .origin()
        .map(o -> new KeptSecret(spec.name(), o, SecretPrint.of(content, salt(spec, basis))));
  }

  private static String salt(FileSpec spec, Basis basis) {
    return basis.facts().getOrDefault("cluster", "") + "/" + spec.name();
  }

  private static Finding nowhere(FileSpec spec) {
    return Finding.error(
            Code.PLAN_SECRET,
            "secret " + spec.name() + " has its content in the Compose file, so it cannot be saved")
        .because("a plan file never holds a secret, and nothing else could be read again")
        .tryThis("file: or environment: for the secret", "up without a plan file");
  }

  private static Optional<Content> secretContent(FileSpec spec) {
    return spec.content().filter(_ -> spec.kind() == FileKind.SECRET);
  }

  private static FileSpec with(FileSpec spec, Optional<Content> content) {
    return new FileSpec(spec.kind(), spec.name(), spec.labels(), content, spec.plugins());
  }

  /**
   * The changes with the contents of secrets read again; refused where one is not what it was.
   *
   * @param read empty where the place holds nothing any more
   */
  public Outcome<List<Change>> filled(Function<Content.Origin, Optional<byte[]>> read) {
    var filled = new ArrayList<Change>();
    var findings = new ArrayList<Finding>();
    for (var change : changes) {
      if (change instanceof Change.CreateFile(var spec)) {
        filled.add(new Change.CreateFile(filled(spec, read, findings)));
      } else {
        filled.add(change);
      }
    }
    return findings.isEmpty() ? Outcome.of(filled) : new Outcome.Refused<>(findings);
  }

  private FileSpec filled(
      FileSpec spec, Function<Content.Origin, Optional<byte[]>> read, List<Finding> findings) {
    var secret =
        secrets.stream()
            .filter(s -> spec.kind() == FileKind.SECRET && s.name().equals(spec.name()))
            .findFirst();
    if (secret.isEmpty()) {
      return spec;
    }
    var origin = secret.get().origin();
    var content = read.apply(origin).map(bytes -> new Content(bytes, origin));
    if (content.isEmpty()) {
      findings.add(changed(secret.get(), "cannot be read any more"));
    } else if (!SecretPrint.of(content.get(), salt(spec, basis)).equals(secret.get().print())) {
      findings.add(changed(secret.get(), "is not what it was when the plan was made"));
    }
    return with(spec, content);
  }

  private static Finding changed(KeptSecret secret, String how) {
    var place =
        switch (secret.origin().kind()) {
          case FILE -> "the file ";
          case ENVIRONMENT -> "the variable ";
        };
    return Finding.error(
            Code.PLAN_SECRET,
            "the content of secret "
                + secret.name()
                + " "
                + how
                + ": "
                + place
                + secret.origin().name())
        .tryThis("plan again, and look at what it says");
  }
}
