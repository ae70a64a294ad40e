package dev.catamaran.compose;

import dev.catamaran.compose.source.Dialect;
import dev.catamaran.compose.tree.YamlNode.Mapping;
import dev.catamaran.model.ProjectName;

/**
 * All files of a project as one canonical tree: what {@code docker stack config} or {@code docker
 * compose config} would print.
 */
public record Resolved(Dialect dialect, ProjectName name, Mapping tree) {}
