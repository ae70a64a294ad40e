package dev.catamaran.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** How we introduce ourselves to a registry. Secrets stay out of every text made of these. */
sealed interface Login {

  /** A user name and a password or access token. */
  record Password(String user, String secret) implements Login {
    /** The value of a Basic {@code Authorization} header. */
    String basic() {
      var pair = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
      return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public String toString() {
      return "password of " + user;
    }
  }

  /** A token that a token server exchanges for access. */
  record IdentityToken(String secret) implements Login {
    @Override
    public String toString() {
      return "identity token";
    }
  }

  /**
   * Nobody logged in.
   *
   * @param trouble why not, where something went wrong
   */
  record None(Optional<String> trouble) implements Login {
    @Override
    public String toString() {
      return "no credentials" + trouble.map(t -> " (" + t + ")").orElse("");
    }
  }
}
