package dev.catamaran.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns a challenge and a login into the Authorization a registry wants. */
final class Tokens {
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");
  private static final String CLIENT = "catamaran";

  private final Wire wire;

  Tokens(Wire wire) {
    this.wire = wire;
  }

  /**
   * The header's value; empty where the login does not fit what is asked.
   *
   * @param refusal the 401 answer
   * @param scope what we want where the challenge does not say
   */
  Optional<String> authorize(Reply refusal, Login login, String scope) throws Unanswered {
    var challenges = Challenge.parse(refusal.headers().allValues("WWW-Authenticate"));
    var bearer = with(challenges, "bearer");
    if (bearer.isPresent()) {
      return Optional.of("Bearer " + token(refusal.from(), bearer.get(), login, scope));
    }
    return with(challenges, "basic").isPresent() && login instanceof Login.Password password
        ? Optional.of(password.basic())
        : Optional.empty();
  }

  private static Optional<Challenge> with(List<Challenge> challenges, String scheme) {
    return challenges.stream().filter(c -> c.scheme().equals(scheme)).findFirst();
  }

  private String token(URI registry, Challenge asked, Login login, String scope) throws Unanswered {
    var realm = realm(registry, asked);
    var query = new LinkedHashMap<String, String>();
    asked.parameter("service").ifPresent(s -> query.put("service", s));
    query.put("scope", asked.parameter("scope").orElse(scope));
    var reply =
        switch (login) {
          case Login.Password password ->
              wire.get(added(realm, query), "application/json", Optional.of(password.basic()));
          case Login.None _ -> wire.get(added(realm, query), "application/json", Optional.empty());
          case Login.IdentityToken(var secret) -> {
            query.put("grant_type", "refresh_token");
            query.put("client_id", CLIENT);
            query.put("refresh_token", secret);
            yield wire.post(realm, form(query));
          }
        };
    return token(reply, login);
  }

  private static String token(Reply reply, Login login) throws Unanswered {
    var place = "token server " + Unanswered.place(reply.from());
    if (reply.status() != 200) {
      throw new Unanswered(place + " answered " + reply.status() + " to " + login);
    }
    var json = reply.json();
    return json.get("token")
        .nonEmptyText()
        .or(() -> json.get("access_token").nonEmptyText())
        .filter(t -> TOKEN.matcher(t).matches())
        .orElseThrow(() -> new Unanswered(place + " gave no token"));
  }

  /** A login must not leave https because the registry says so. */
  static URI realm(URI registry, Challenge asked) throws Unanswered {
    var text = asked.parameter("realm").orElse("");
    URI realm;
    try {
      realm = URI.create(text);
    } catch (IllegalArgumentException _) {
      throw new Unanswered(Unanswered.place(registry) + ": names no usable token server");
    }
    if ("https".equals(registry.getScheme()) && !"https".equals(realm.getScheme())) {
      throw new Unanswered(Unanswered.place(registry) + ": names a token server without https");
    }
    return realm;
  }

  private static URI added(URI realm, Map<String, String> query) {
    var separator = realm.getRawQuery() == null ? "?" : "&";
    return URI.create(realm + separator + form(query));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
