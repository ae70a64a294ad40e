package dev.catamaran.compose;

import dev.catamaran.model.Where;
import dev.catamaran.spec.Mount;
import java.util.Optional;

/**
 * A volume of the file's {@code volumes:}.
 *
 * @param name the engine's name where the user fixed it; else project and key make it
 * @param external the user made it, we only use it
 */
public record VolumeDeclaration(
    String key, Where where, Optional<String> name, boolean external, Mount.Volume volume) {}
