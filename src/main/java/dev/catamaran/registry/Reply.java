package dev.catamaran.registry;

import dev.catamaran.json.Json;
import dev.catamaran.json.JsonText;
import dev.catamaran.json.MalformedJson;
import dev.catamaran.model.Digest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What an endpoint answered. */
record Reply(HttpResponse<byte[]> response) {
  /** Where it came from, behind all redirects. */
  URI from() {
    return response.uri();
  }

  int status() {
    return response.statusCode();
  }

  HttpHeaders headers() {
    return response.headers();
  }

  /** The SHA-256 digest of the body, by which registries name it. */
  Digest digest() {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(response.body());
      return new Digest("sha256:" + HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  Json json() throws Unanswered {
    try {
      return JsonText.parse(new ByteArrayInputStream(response.body()));
    } catch (MalformedJson _) {
      throw new Unanswered(Unanswered.place(from()) + ": the answer is no JSON");
    }
  }
}
