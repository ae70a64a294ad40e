package dev.catamaran.simulate;

import java.time.Instant;

/**
 * What every stored object carries.
 *
 * @param version the index of its last change; an update names it, and loses if it moved
 */
public record Meta(String id, long version, Instant created, Instant updated) {
  Meta touched(long newVersion, Instant now) {
    return new Meta(id, newVersion, created, now);
  }
}
