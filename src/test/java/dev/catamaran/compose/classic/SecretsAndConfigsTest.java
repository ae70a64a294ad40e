package dev.catamaran.compose.classic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Secrets and configs, declared and granted. */
class SecretsAndConfigsTest {
  @Test
  void granted() {
    assertThat(
            Stack.web(
                    "secrets: [a, {source: b, target: C:\\b, uid: '5', mode: 0440, other: 1}]\nconfigs: [{}]")
                .service())
        .isEqualTo(
            """
            configs:
            - {}
            secrets:
            - source: a
            - source: b
              target: C:\\b
              uid: "5"
              mode: 288
            """);
    assertThat(Stack.web("secrets: [{source: a, mode: '0440'}]").findings())
        .containsExactly("3:33 error secrets[].mode must be a number, not a string, \"0440\"");
  }

  @Test
  void declared() {
    assertThat(
            Stack.of(
                    """
                    secrets:
                      file: {file: ./a.txt}
                      nothing: {}
                      there: {external: true}
                      driven: {driver: vault, driver_opts: {a: 1}}
                    configs:
                      t: {file: /t, template_driver: golang}
                    """)
                .at("secrets"))
        .isEqualTo(
            """
            driven:
              driver: vault
              driver_opts:
                a: "1"
            file:
              file: /srv/shop/a.txt
            nothing:
              file: /srv/shop
            there:
              name: there
              external: true
            """);
  }

  @Test
  void either_a_driver_or_a_file() {
    assertThat(Stack.of("secrets: {a: {driver: vault, file: a.txt}}").findings())
        .containsExactly("1:30 error the secret comes from its driver, not from a file");
  }

  @Test
  void a_later_file_overrides_by_source() {
    assertThat(
            Stack.web("secrets: [{source: b, mode: 1}, a]", "secrets: [{source: b, target: c}]")
                .service())
        .isEqualTo("secrets:\n- source: a\n- source: b\n  target: c\n");
  }
}
