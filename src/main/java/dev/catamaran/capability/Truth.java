package dev.catamaran.capability;

/** Three-valued logic: a condition on a fact nobody told is neither true nor false. */
enum Truth {
  FALSE,
  UNKNOWN,
  TRUE;

  static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** False wins over unknown: a rule for Windows never hangs on a Linux node's build. */
  Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
