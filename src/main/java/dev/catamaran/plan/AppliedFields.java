package dev.catamaran.plan;

import dev.catamaran.plan.Fields.Field;
import dev.catamaran.spec.Labels;
import dev.catamaran.spec.ServiceSpec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * What our last deploy gave a service, as one short print per field in a label of the service: so a
 * later plan can tell what somebody changed by hand from what changed in the file. Prints say
 * whether a field is as it was, never what it was.
 */
final class AppliedFields {
  private static final String FORMAT = "1:";

  /** 24 bits are four letters; two of a service's fields meet by chance once in half a million. */
  private static final int PRINT_BYTES = 3;

  private static final int PRINT_LETTERS = 4;

  private final Set<String> prints;

  private AppliedFields(Set<String> prints) {
    this.prints = prints;
  }

  /** Empty where the service was never deployed by us, or by a version that notes it otherwise. */
  static Optional<AppliedFields> of(ServiceSpec live) {
    return Optional.ofNullable(live.labels().get(Labels.APPLIED))
        .filter(l -> l.startsWith(FORMAT))
        .map(l -> l.substring(FORMAT.length()))
        .map(AppliedFields::split);
  }

  private static AppliedFields split(String letters) {
    var prints = new HashSet<String>();
    for (int i = 0; i + PRINT_LETTERS <= letters.length(); i += PRINT_LETTERS) {
      prints.add(letters.substring(i, i + PRINT_LETTERS));
    }
    return new AppliedFields(prints);
  }

  /**
   * The specification with the note of itself.
   *
   * @param kept what the engine will show of it
   */
  static ServiceSpec noted(ServiceSpec spec, ServiceSpec kept) {
    var prints = new TreeSet<String>();
    comparable(kept).forEach((key, field) -> prints.add(print(key, field.text())));
    var labels = new LinkedHashMap<>(spec.labels());
    labels.put(Labels.APPLIED, FORMAT + String.join("", prints));
    return spec.withLabels(labels);
  }

  /** The fields that count in a comparison: the note itself is none. */
  static SortedMap<String, Field> comparable(ServiceSpec spec) {
    var fields = Fields.of(spec);
    fields.remove("deploy.labels." + Labels.APPLIED);
    return fields;
  }

  /** How a field became what it is, if it was not us. */
  Optional<String> byHand(String key, Optional<String> before, Optional<String> after) {
    if (before.isPresent()) {
      return given(key, before)
          ? Optional.empty()
          : Optional.of(after.isPresent() ? "changed by hand" : "added by hand");
    }
    return given(key, after) ? Optional.of("removed by hand") : Optional.empty();
  }

  private boolean given(String key, Optional<String> text) {
    return text.filter(t -> prints.contains(print(key, t))).isPresent();
  }

  private static String print(String key, String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      var hash = sha.digest((key + "\0" + text).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, PRINT_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
