package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.finding.Faults;

/** A merged file to the project that Docker Compose prints. */
public final class Finished {
  private Finished() {}

  /**
   * The whole project: every value checked and in its printed form, inactive services and what only
   * they use left out; findings go to {@code faults}.
   *
   * @param merged all files in one, in its long form
   */
  public static Mapping of(Mapping merged, Context context, Faults faults) {
    var settled = plain(merged, context, faults);
    var file = Printer.print(settled, faults.later());
    var services = ActiveServices.of(file, context.profiles());
    Consistency.check(file, services, faults.later());
    var resolved = new ServiceFiles(context, faults).applied(services.active());
    return Pruned.of(file, resolved);
  }

  /** The project while variables are not put in: values are not looked at. */
  public static Mapping plain(Mapping merged, Context context, Faults faults) {
    return Normal.of(Settled.of(merged, context, faults), context);
  }
}
