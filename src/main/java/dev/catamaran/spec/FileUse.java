package dev.catamaran.spec;

/**
 * A config or secret inside a container.
 *
 * @param source the Compose key in a project, the engine's name in a {@link ServiceSpec}
 * @param target file name or path in the container
 * @param uid owner as a number or name; the engine's default is "0"
 * @param mode permission bits, such as 0444
 */
public record FileUse(
    FileKind kind, String source, String target, String uid, String gid, int mode) {}
