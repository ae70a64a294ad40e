package dev.catamaran.assembly;

import dev.catamaran.image.FirstKnown;
import dev.catamaran.image.ImageAnswer;
import dev.catamaran.image.Images;
import dev.catamaran.model.ImageRef;
import dev.catamaran.registry.Credentials;
import dev.catamaran.registry.Registry;
import dev.catamaran.registry.Survey;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/** Knows images without any engine: what was recorded, then the registries themselves. */
public final class Registries implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Registry registry;
  private final Images images;

  private Registries(Registry registry, Images images) {
    this.registry = registry;
    this.images = images;
  }

  /** Nothing is called before somebody asks. */
  public static Registries open(Map<String, String> environment, ImageSources sources) {
    var registry = new Registry(Credentials.of(environment), sources.insecure(), PATIENCE);
    var inTurn = Stream.<Images>concat(sources.recorded().stream(), Stream.of(registry)).toList();
    return new Registries(registry, new FirstKnown(inTurn));
  }

  /** Asks for every image once, several at a time. */
  public Map<ImageRef, ImageAnswer> platforms(Collection<ImageRef> wanted) {
    return Survey.ask(images, wanted);
  }

  @Override
  public void close() {
    registry.close();
  }
}
