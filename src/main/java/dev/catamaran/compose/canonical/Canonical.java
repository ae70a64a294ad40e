package dev.catamaran.compose.canonical;

import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.finding.Faults;

/** Short forms to long ones. */
public final class Canonical {
  private static final Rules LONG_FORMS =
      new Rules()
          .with("services.*.build", Builds::longForm)
          .with("services.*.build.additional_contexts", Lists::toPairs)
          .with("services.*.build.provenance", Lists::toText)
          .with("services.*.build.sbom", Lists::toText)
          .with("services.*.build.secrets.*", Grants::longForm)
          .with("services.*.build.ssh", Builds::sshKeys)
          .with("services.*.build.ulimits.*", Lists::limit)
          .with("services.*.configs.*", Grants::longForm)
          .with("services.*.depends_on", Dependencies::longForm)
          .with("services.*.develop.watch.*.ignore", Lists::toList)
          .with("services.*.develop.watch.*.include", Lists::toList)
          .with("services.*.devices.*", Devices::longForm)
          .with("services.*.dns", Lists::withoutBlanks)
          .with("services.*.env_file", EnvFiles::longForm)
          .with("services.*.extends", Lists::toExtends)
          .with("services.*.gpus", Devices::allGpus)
          .with("services.*.label_file", Lists::toList)
          .with("services.*.models", Lists::toKeys)
          .with("services.*.networks", Lists::toKeys)
          .with("services.*.ports", Ports::longForms)
          .with("services.*.secrets.*", Grants::longForm)
          .with("services.*.ulimits.*", Lists::limit)
          .with("services.*.volumes.*", Mounts::longForm)
          .with("volumes.*", Externals::longForm)
          .with("networks.*", Externals::longForm)
          .with("secrets.*", Externals::longForm)
          .with("configs.*", Externals::longForm);

  private Canonical() {}

  /**
   * The file with every attribute in its long form. What cannot be read as the short form it ought
   * to be stays as it is, and a finding says so.
   */
  public static Mapping of(Mapping file, Faults faults) {
    return LONG_FORMS.apply(file, faults);
  }
}
