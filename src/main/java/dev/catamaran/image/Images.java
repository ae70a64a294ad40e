package dev.catamaran.image;

import dev.catamaran.model.ImageRef;

/** Someone who can say which platforms an image offers: an engine, a registry, a recording. */
public interface Images {
  ImageAnswer platforms(ImageRef image);
}
