package dev.catamaran.capability;

import java.util.List;

/** The published page of the whole matrix, made from its files. */
public final class MatrixPage {
  private static final String HEAD =
      """
      # What each node can do

      Generated from the files that Catamaran goes by (`src/main/resources/dev/catamaran/capability/`). \
      Ask for one node with `catamaran matrix --os windows --build 17763.1217 --engine 19.03.5`, \
      for one feature with `catamaran matrix --feature net.vip`, \
      for one image on one host with `catamaran compat`.

      **yes** it works · **with** it works with a detour, or a warning · **no** it does not · \
      **?** nobody knows; never taken for yes. Of a feature's rows the first that holds decides; \
      where it hangs on a fact that a node does not tell, the answer is unknown. \
      What sources disagree about is marked *disputed*, and is never a refusal.

      The columns of the overviews are fully patched nodes with a current engine (Windows Server 2016: \
      20.10, Kubernetes where it was last served), and the node the project began with: Windows Server \
      2016 at 14393.1198 with engine 17.03.1-ee-3. Linux has IPVS, Windows the Hyper-V role.
      """;

  private final Matrix matrix;
  private final StringBuilder page = new StringBuilder(HEAD);

  private MatrixPage(Matrix matrix) {
    this.matrix = matrix;
  }

  /** The page as Markdown. */
  public static String of(Matrix matrix) {
    var page = new MatrixPage(matrix);
    for (var subject : Subject.values()) {
      page.section(subject);
    }
    return page.page.toString();
  }

  private void section(Subject subject) {
    var features = matrix.features(subject);
    page.append("\n## ").append(matrix.title(subject)).append("\n\n");
    overview(features);
    page.append(
        "\n| feature | on | answer | why | what to do | source |\n|---|---|---|---|---|---|\n");
    for (var feature : features) {
      feature.rows().forEach(row -> line(feature.feature(), row));
    }
  }

  private void overview(List<FeatureRows> features) {
    var kinds = NodeKind.usual();
    page.append("| feature | means |");
    kinds.forEach(k -> page.append(' ').append(k.title()).append(" |"));
    page.append("\n|---|---|").repeat("---|", kinds.size()).append('\n');
    for (var feature : features) {
      page.append("| `").append(feature.feature()).append("` | ");
      page.append(cell(feature.means())).append(" |");
      for (var kind : kinds) {
        page.append(' ').append(word(feature, kind)).append(" |");
      }
      page.append('\n');
    }
  }

  /** The answer in a cell. */
  public static String word(FeatureRows feature, NodeKind kind) {
    var word = Matrix.judge(feature, kind.facts()).word();
    return word.equals("unknown") ? "?" : word;
  }

  private void line(Feature feature, Row row) {
    page.append("| `").append(feature).append("` | `").append(row.when()).append("` | ");
    page.append(row.kind().word()).append(row.evidence().disputed() ? ", *disputed*" : "");
    page.append(" | ").append(cell(RowText.reason(row)));
    page.append(" | ").append(cell(RowText.wayOut(row)));
    page.append(" | ").append(cell(row.evidence().toString())).append(" |\n");
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;");
  }
}
