package dev.catamaran.plan.saved;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BasisTest {
  @Test
  void whatMovedIsSaidWithBothValues() {
    var then =
        new Basis(
            new TreeMap<>(
                Map.of(
                    "cluster", "c1",
                    "node win1 engine", "17.03.1-ee-3",
                    "node win2 state", "ready",
                    "service shop_web version", "7")));
    var now =
        new Basis(
            new TreeMap<>(
                Map.of(
                    "cluster", "c1",
                    "node win1 engine", "28.0.0",
                    "port 8080/tcp ingress", "blog_front",
                    "service shop_web version", "9")));
    assertThat(then.moved(now))
        .containsExactly(
            "node win1 engine: was 17.03.1-ee-3, is 28.0.0",
            "node win2 state: was ready, is absent",
            "port 8080/tcp ingress: was absent, is blog_front",
            "service shop_web version: was 7, is 9");
    assertThat(then.moved(then)).isEmpty();
  }
}
