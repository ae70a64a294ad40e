package dev.catamaran.compose.classic;

/** What stands in a file at the top. */
final class FileFields {
  static final String VERSION = "version";
  static final String SERVICES = "services";

  static final StructForm FILE =
      StructForm.of(
              VERSION,
              TextForm.TEXT,
              SERVICES,
              new MapForm(new ServiceForm(), MapForm.Nothing.IS_EMPTY),
              "networks",
              declarations(Kind.NETWORK),
              "volumes",
              declarations(Kind.VOLUME),
              "secrets",
              declarations(Kind.SECRET),
              "configs",
              declarations(Kind.CONFIG))
          .kept()
          .withExtras();

  private FileFields() {}

  private static Form declarations(Kind kind) {
    return new MapForm(new DeclarationForm(kind), MapForm.Nothing.IS_EMPTY);
  }
}
