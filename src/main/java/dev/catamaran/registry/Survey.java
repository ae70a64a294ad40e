package dev.catamaran.registry;

import dev.catamaran.image.ImageAnswer;
import dev.catamaran.image.Images;
import dev.catamaran.model.ImageRef;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Asks about many images at once, each one time; owns its threads, which end with the call. */
public final class Survey {
  /** Registries count requests; more at once are no faster, only less welcome. */
  private static final int AT_ONCE = 8;

  private Survey() {}

  /** The answers, in the order of the questions. */
  public static Map<ImageRef, ImageAnswer> ask(Images images, Collection<ImageRef> wanted) {
    var permits = new Semaphore(AT_ONCE);
    var pending = new LinkedHashMap<ImageRef, Future<ImageAnswer>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var image : new LinkedHashSet<>(wanted)) {
        pending.put(image, threads.submit(one(images, image, permits)));
      }
      var answers = new LinkedHashMap<ImageRef, ImageAnswer>();
      for (var entry : pending.entrySet()) {
        answers.put(entry.getKey(), entry.getValue().get());
      }
      return answers;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking registries", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static Callable<ImageAnswer> one(Images images, ImageRef image, Semaphore permits) {
    return () -> {
      permits.acquire();
      try {
        return images.platforms(image);
      } finally {
        permits.release();
      }
    };
  }
}
