package dev.catamaran.model;

import java.util.regex.Pattern;

/** A content digest such as {@code sha256:9f86d0…}, as the OCI image specification writes it. */
public record Digest(String text) {
  private static final Pattern FORM =
      Pattern.compile("[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[0-9a-fA-F]{32,}");

  public Digest {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is no digest");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
