package dev.catamaran.plan.saved;

import dev.catamaran.spec.Content;

/**
 * A secret that a saved plan creates: where its content is read again, and what tells whether it is
 * still the same. The content itself is never in the file.
 *
 * @param name the engine's name of the secret
 */
public record KeptSecret(String name, Content.Origin origin, String print) {}
