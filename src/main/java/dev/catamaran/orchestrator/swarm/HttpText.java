package dev.catamaran.orchestrator.swarm;

import dev.catamaran.json.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes a request and reads its response as RFC 9112 has it. */
final class HttpText {
  private static final int LONGEST_LINE = 64 * 1024;
  private static final int MOST_HEADERS = 200;
  private static final int LARGEST_BODY = 256 * 1024 * 1024;

  private HttpText() {}

  /** Asks the other side to close the connection afterwards, unless it shall be kept. */
  static void write(Question question, String host, boolean keep, OutputStream out)
      throws IOException {
    var body =
        question
            .body()
            .map(json -> JsonText.compact(json).getBytes(StandardCharsets.UTF_8))
            .orElse(new byte[0]);
    var head = new StringBuilder();
    head.append(question.method()).append(' ').append(question.path()).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(host).append("\r\n");
    head.append("User-Agent: catamaran\r\nAccept: application/json\r\n");
    if (!keep) {
      head.append("Connection: close\r\n");
    }
    question
        .registryAuth()
        .ifPresent(a -> head.append("X-Registry-Auth: ").append(a).append("\r\n"));
    if (question.body().isPresent()) {
      head.append("Content-Type: application/json\r\n");
    }
    if (!question.method().equals("GET")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    head.append("\r\n");
    var bytes = new ByteArrayOutputStream();
    bytes.write(head.toString().getBytes(StandardCharsets.US_ASCII));
    bytes.write(body);
    bytes.writeTo(out);
    out.flush();
  }

  static Reply read(InputStream in) throws IOException {
    int status = status(line(in));
    var headers = headers(in);
    while (status / 100 == 1) {
      status = status(line(in));
      headers = headers(in);
    }
    return new Reply(status, headers, body(status, headers, in));
  }

  /** A TLS record of the kind "alert", 3.x: the other side wants TLS and heard HTTP. */
  private static final String TLS_ALERT = "\u0015\u0003";

  private static int status(String line) throws IOException {
    if (line.startsWith(TLS_ALERT)) {
      throw new SpeaksTls();
    }
    var words = line.split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-5]\\d\\d")) {
      throw new IOException("the answer is not HTTP/1.1");
    }
    return Integer.parseInt(words[1]);
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    var headers = new LinkedHashMap<String, String>();
    for (int n = 0; n < MOST_HEADERS; n++) {
      var line = line(in);
      if (line.isEmpty()) {
        return headers;
      }
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new IOException("the answer has a malformed HTTP header");
      }
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    throw new IOException("the answer has more than " + MOST_HEADERS + " HTTP headers");
  }

  private static byte[] body(int status, Map<String, String> headers, InputStream in)
      throws IOException {
    if (status == 204 || status == 304) {
      return new byte[0];
    }
    if (headers
        .getOrDefault("transfer-encoding", "")
        .toLowerCase(Locale.ROOT)
        .contains("chunked")) {
      return chunks(in);
    }
    var length = headers.get("content-length");
    if (length == null) {
      return bounded(in.readNBytes(LARGEST_BODY + 1));
    }
    return exactly(size(length, 10), in);
  }

  private static byte[] chunks(InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    while (true) {
      var line = line(in);
      int semicolon = line.indexOf(';');
      int size = size(semicolon < 0 ? line : line.substring(0, semicolon), 16);
      if (size == 0) {
        headers(in);
        return bytes.toByteArray();
      }
      bytes.write(exactly(size, in));
      bounded(bytes.size());
      if (!line(in).isEmpty()) {
        throw new IOException("the answer has a malformed HTTP chunk");
      }
    }
  }

  private static int size(String digits, int radix) throws IOException {
    try {
      int size = Integer.parseInt(digits.strip(), radix);
      if (size >= 0) {
        return bounded(size);
      }
    } catch (NumberFormatException _) {
      // Told below, as for a negative number.
    }
    throw new IOException("the answer has a malformed HTTP length");
  }

  private static byte[] exactly(int size, InputStream in) throws IOException {
    var bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException("the connection ended in the middle of the answer");
    }
    return bytes;
  }

  private static byte[] bounded(byte[] bytes) throws IOException {
    bounded(bytes.length);
    return bytes;
  }

  private static int bounded(int size) throws IOException {
    if (size > LARGEST_BODY) {
      throw new IOException("the answer is larger than " + LARGEST_BODY + " bytes");
    }
    return size;
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    while (true) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the connection ended in the middle of the answer");
      }
      if (next == '\n') {
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r'
            ? line.substring(0, end - 1)
            : line.toString();
      }
      if (line.length() == LONGEST_LINE) {
        throw new IOException("the answer has an HTTP line longer than " + LONGEST_LINE);
      }
      line.append((char) next);
    }
  }
}
