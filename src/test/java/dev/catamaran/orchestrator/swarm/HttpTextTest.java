package dev.catamaran.orchestrator.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catamaran.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTextTest {
  private static Reply read(String text) throws IOException {
    var wire = text.replace("|", "\r\n").getBytes(StandardCharsets.UTF_8);
    return HttpText.read(new ByteArrayInputStream(wire));
  }

  @Test
  void aRequestWithABodySaysHowLongItIsInBytes() throws IOException {
    var out = new ByteArrayOutputStream();
    var body = Json.object().with("Name", "ü");
    HttpText.write(Question.post("/v1.41/x", body, "test"), "docker", false, out);
    assertThat(out.toString(StandardCharsets.UTF_8).replace("\r\n", "|"))
        .isEqualTo(
            "POST /v1.41/x HTTP/1.1|Host: docker|User-Agent: catamaran|Accept: application/json|"
                + "Connection: close|Content-Type: application/json|Content-Length: 13||"
                + "{\"Name\":\"ü\"}");
  }

  @Test
  void readsABodyOfKnownLength() throws IOException {
    var reply = read("HTTP/1.1 200 OK|Api-Version: 1.41|Content-Length: 2||OKmore");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers()).containsEntry("api-version", "1.41");
    assertThat(reply.body()).isEqualTo("OK");
  }

  @Test
  void readsABodyInChunksWithExtensionsAndTrailers() throws IOException {
    assertThat(read("HTTP/1.1 200 OK|Transfer-Encoding: chunked||3;a=b|[1,|2|2]|0|T: x||").body())
        .isEqualTo("[1,2]");
  }

  @Test
  void readsABodyUpToTheEndOfTheConnection() throws IOException {
    assertThat(read("HTTP/1.0 200 OK||all of it").body()).isEqualTo("all of it");
  }

  @Test
  void anInterimAnswerIsNotTheAnswer() throws IOException {
    assertThat(read("HTTP/1.1 100 Continue||HTTP/1.1 204 No Content||").status()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SSH-2.0-OpenSSH_9.2|",
        "HTTP/1.1 xx OK||",
        "HTTP/1.1 200 OK|nonsense||",
        "HTTP/1.1 200 OK|Content-Length: -1||",
        "HTTP/1.1 200 OK|Content-Length: 99999999999||",
        "HTTP/1.1 200 OK|Content-Length: 5||OK",
        "HTTP/1.1 200 OK|Transfer-Encoding: chunked||zz|OK|0||",
        "HTTP/1.1 200 OK|Transfer-Encoding: chunked||2|OKAY|0||",
        "HTTP/1.1 200 OK|Transfer-Encoding: chunked||2|OK|"
      })
  void anAnswerThatIsBrokenIsAFailureNotAShorterAnswer(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class);
  }
}
