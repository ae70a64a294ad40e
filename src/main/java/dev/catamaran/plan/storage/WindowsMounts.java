package dev.catamaran.plan.storage;

import dev.catamaran.model.Os;
import dev.catamaran.spec.Mount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a Windows engine rejects a mount for. */
final class WindowsMounts {
  static final String PARSER = "moby, daemon/volume/mounts/windows_parser.go";
  static final String NAMES = "Microsoft, Naming Files, Paths, and Namespaces";
  private static final String VALIDATE = "moby, daemon/cluster/executor/container/validate.go";
  private static final String SHARES =
      "Microsoft, manage-containers/persistent-storage.md; swarmkit#3029";

  private final Knowledge knowledge;
  private final Mount mount;
  private final String path;
  private final List<Fault> faults = new ArrayList<>();

  private WindowsMounts(Knowledge knowledge, Mount mount, String path) {
    this.knowledge = knowledge;
    this.mount = mount;
    this.path = path;
  }

  static List<Fault> faults(Knowledge knowledge, Mount mount, String path) {
    var rules = new WindowsMounts(knowledge, mount, path);
    switch (mount.type()) {
      case TMPFS -> rules.lacks("mount.tmpfs", "", "");
      case NPIPE -> rules.pipe();
      case BIND -> rules.bind();
      case VOLUME -> rules.target();
      case CLUSTER -> rules.lacks("engine.plugins", "", ": a cluster volume needs one");
    }
    return rules.faults;
  }

  private void lacks(String feature, String part, String detail) {
    knowledge.lacks(Os.WINDOWS, feature, path + part, detail).ifPresent(faults::add);
  }

  private void add(String part, String source, String text, String... ways) {
    faults.add(Fault.path(path + part, text, source, ways));
  }

  private void target() {
    var target = new WindowsPath(mount.target());
    if (target.pipe()) {
      add(".target", PARSER, target.text() + " is a pipe, and the mount is not", "type: npipe");
    } else if (!target.absolute()) {
      absolute(target, ".target");
    } else if (target.wholeDrive() && target.drive().equals("C")) {
      add(
          ".target",
          PARSER,
          "no mount takes the place of C:\\ on Windows (\"destination path cannot be 'c:' or"
              + " 'c:\\'\")",
          "name a directory, such as C:\\data, or another drive");
    } else {
      name(target, ".target");
    }
  }

  private void absolute(WindowsPath written, String part) {
    add(
        part,
        VALIDATE,
        written.text()
            + " is no absolute path on Windows"
            + (written.relativeToDrive() ? ": a slash is missing behind the drive" : ""),
        "write a Windows path such as C:\\data for tasks on Windows: "
            + WindowsPath.proposed(written.text()));
  }

  private void name(WindowsPath name, String part) {
    name.device()
        .ifPresent(
            d -> add(part, NAMES, "Windows takes " + d + " for a device", "choose another name"));
    name.forbidden()
        .ifPresent(c -> add(part, PARSER, "no name on Windows has a " + c, "choose another name"));
  }

  private void bind() {
    target();
    var source = new WindowsPath(mount.source().orElse(""));
    if (source.pipe() || source.text().endsWith("/docker.sock")) {
      add(
          ".source",
          PARSER,
          "the engine of Windows answers on a pipe, which a bind mount cannot bring",
          "type: npipe, with source and target \\\\.\\pipe\\docker_engine");
    } else if (source.share()) {
      add(
          ".source",
          SHARES,
          source.text() + " is a share, and tasks on Windows mount none by its name",
          "New-SmbGlobalMapping on each node that may hold the service, and its drive as source");
    } else if (!source.absolute()) {
      absolute(source, ".source");
    } else {
      name(source, ".source");
      file(source);
    }
    if (mount.options().propagation().isPresent()) {
      lacks("mount.propagation", ".bind.propagation", "");
    }
  }

  /** Whether a path is a file only the node knows; where both ends are named like one, it is. */
  private void file(WindowsPath source) {
    if (source.looksLikeFile() && new WindowsPath(mount.target()).looksLikeFile()) {
      lacks("mount.bind.file", ".source", ": " + source.text());
    }
  }

  private void pipe() {
    pipe(mount.source(), ".source");
    pipe(Optional.of(mount.target()), ".target");
    if (mount.readOnly()) {
      lacks("mount.npipe.readOnly", ".read_only", "");
    }
  }

  private void pipe(Optional<String> end, String part) {
    end.filter(e -> !new WindowsPath(e).pipe())
        .ifPresent(e ->
            add(
                part,
                PARSER,
                e + " is no name of a pipe (\"is not a valid pipe path\")",
                "write it like \\\\.\\pipe\\docker_engine"));
  }
}
