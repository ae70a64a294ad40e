package dev.catamaran.compose.syntax;

import dev.catamaran.finding.Finding;

/** Ends the reading at once: beyond the place of the finding there is no tree to speak of. */
public final class BrokenYaml extends RuntimeException {
  private final transient Finding finding;

  public BrokenYaml(Finding finding) {
    // Control flow that is met once in a text; nobody reads its stack.
    super(finding.message(), null, false, false);
    this.finding = finding;
  }

  public Finding finding() {
    return finding;
  }
}
