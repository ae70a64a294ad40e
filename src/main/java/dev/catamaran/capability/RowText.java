package dev.catamaran.capability;

/** A row's clauses without a node: the placeholders read as words. */
public final class RowText {
  private RowText() {}

  /** Why, of any node the row is about. */
  public static String reason(Row row) {
    return of(row.reason());
  }

  /** What to do, on any node the row is about. */
  public static String wayOut(Row row) {
    return of(row.wayOut());
  }

  private static String of(String text) {
    return text.replace("Windows build {version}", "such a Windows build")
        .replace("Windows build {build}", "such a Windows build")
        .replace("engine {engine}", "such an engine")
        .replace("Kubernetes {kubernetes}", "such a Kubernetes")
        .replace("{kubernetes}", "that version")
        .replace("{windows}", "Windows")
        .replace("{build}", "the host's")
        .replace("{version}", "that build")
        .replace("{engine}", "that version");
  }
}
