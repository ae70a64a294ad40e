package dev.catamaran.docker;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What TLS with an engine goes by; the files are read when somebody connects.
 *
 * @param authorities PEM certificates that may have signed the engine's; empty means those this
 *     Java trusts
 * @param certificate PEM, shown to the engine; with a key or not at all
 * @param key PEM
 * @param verified whether the engine has to prove who it is
 */
public record TlsFiles(
    Optional<Path> authorities, Optional<Path> certificate, Optional<Path> key, boolean verified) {}
