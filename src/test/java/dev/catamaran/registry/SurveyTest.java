package dev.catamaran.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catamaran.image.ImageAnswer;
import dev.catamaran.model.ImageRef;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SurveyTest {
  private static final ImageRef A = ImageRef.parse("a");
  private static final ImageRef B = ImageRef.parse("b");
  private static final ImageRef C = ImageRef.parse("c");

  @Test
  void eachImageIsAskedForOnceAndAnswersKeepTheOrder() {
    var asked = new CopyOnWriteArrayList<ImageRef>();
    var answers =
        Survey.ask(
            image -> {
              asked.add(image);
              return new ImageAnswer.NotFound(image.familiar());
            },
            List.of(C, A, C, B, A));
    assertThat(answers.keySet()).containsExactly(C, A, B);
    assertThat(answers.get(B)).isEqualTo(new ImageAnswer.NotFound("b:latest"));
    assertThat(asked).containsExactlyInAnyOrder(A, B, C);
  }

  @Test
  void imagesAreAskedForAtTheSameTime() {
    var everyone = new CyclicBarrier(3);
    var answers =
        Survey.ask(
            image -> {
              try {
                everyone.await(30, TimeUnit.SECONDS);
              } catch (Exception e) {
                throw new IllegalStateException("asked one after the other", e);
              }
              return new ImageAnswer.NotFound("");
            },
            List.of(A, B, C));
    assertThat(answers).hasSize(3);
  }
}
