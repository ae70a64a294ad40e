package dev.catamaran.plan.storage;

import dev.catamaran.compose.VolumeDeclaration;
import dev.catamaran.model.Os;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a Windows engine cannot do with a declared volume. */
final class WindowsVolumes {
  private static final String LOCAL = "local";
  private static final Pattern NAME = Pattern.compile("[^\\\\/:*?\"<>|\\r\\n]+");
  private static final Pattern DEVICE = Pattern.compile("(?i)con|prn|nul|aux|com[1-9]|lpt[1-9]");

  private WindowsVolumes() {}

  static List<Fault> faults(Knowledge knowledge, VolumeDeclaration volume, String path) {
    var faults = new ArrayList<Fault>();
    var name = volume.name().orElse(volume.key());
    if (!NAME.matcher(name).matches()
        || (volume.name().isPresent() && DEVICE.matcher(name).matches())) {
      faults.add(
          Fault.path(
              path + ".source",
              "no volume is named " + name + " on Windows",
              WindowsMounts.PARSER,
              "name: of the volume, without / : * ? \" < > | and other than CON, NUL, COM1"));
    }
    // Whether a node has the plugin of another driver is for the scheduler's plugin filter.
    var driver = volume.volume().driver().filter(d -> !d.equals(LOCAL));
    if (driver.isEmpty() && !volume.external() && !volume.volume().options().isEmpty()) {
      knowledge
          .lacks(Os.WINDOWS, "mount.volume.options", path + ".source", ": volume " + volume.key())
          .ifPresent(faults::add);
    }
    return faults;
  }
}
