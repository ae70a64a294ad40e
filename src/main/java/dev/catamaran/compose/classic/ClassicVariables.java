package dev.catamaran.compose.classic;

import dev.catamaran.compose.phase.Interpolation;
import dev.catamaran.compose.source.Variables;
import dev.catamaran.compose.text.ClassicTemplate;
import dev.catamaran.compose.text.Template.Expanded;

/** Variables as {@code docker stack} puts them in: from the operator's environment only. */
record ClassicVariables(Variables variables) implements Interpolation.Expander {
  @Override
  public Expanded expand(String text) {
    return ClassicTemplate.expand(text, variables.process());
  }

  @Override
  public String remedy(String name) {
    return variables.dotenv().containsKey(name)
        ? "set " + name + " in the environment: docker stack does not read .env, which has it"
        : "set " + name + " in the environment";
  }
}
