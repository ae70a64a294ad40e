package dev.catamaran.compose.specification;

import dev.catamaran.compose.text.HostPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What holds for all files of one model: the project itself, or what one {@code include} brings in.
 *
 * @param directory absolute; relative paths start here
 * @param environment what variables stand for
 * @param chain the files whose includes led here, outermost first
 */
record Scope(String directory, Map<String, String> environment, List<String> chain) {
  Scope {
    chain = List.copyOf(chain);
  }

  String absolute(String path) {
    return HostPaths.absolute(path, directory, Optional.empty());
  }

  /** The same seen from inside one of its files. */
  Scope inside(String file) {
    var longer = new ArrayList<>(chain);
    longer.add(file);
    return new Scope(directory, environment, longer);
  }
}
