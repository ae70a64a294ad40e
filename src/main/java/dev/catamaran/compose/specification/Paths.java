package dev.catamaran.compose.specification;

/** Folders of files, with either slash. */
final class Paths {
  private Paths() {}

  /** The folder that the file lies in. */
  static String parent(String path) {
    int cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    return cut < 0 ? "." : path.substring(0, Math.max(cut, 1));
  }
}
