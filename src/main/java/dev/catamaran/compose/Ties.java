package dev.catamaran.compose;

import dev.catamaran.model.ServiceName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a service says of its bonds to others, apart from the networks they share.
 *
 * @param needs the services it names in {@code depends_on} and {@code links}
 * @param links what it calls some of them, by that name: {@code db:database} is database to db
 * @param networkMode Compose's {@code network_mode}
 */
public record Ties(
    Set<ServiceName> needs, Map<String, ServiceName> links, Optional<String> networkMode) {
  /** Nothing written. */
  public static final Ties NONE = new Ties(Set.of(), Map.of(), Optional.empty());

  public Ties {
    needs = Collections.unmodifiableSet(new LinkedHashSet<>(needs));
    links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
  }
}
