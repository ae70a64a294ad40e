package dev.catamaran.compose.syntax;

import dev.catamaran.model.Where;

/** A letter's number and its place, all counted from 0. */
record Spot(int index, int line, int column) {
  Where in(String file) {
    return new Where(file, line + 1, column + 1);
  }
}
