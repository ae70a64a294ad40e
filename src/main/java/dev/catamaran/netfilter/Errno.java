package dev.catamaran.netfilter;

/** An error number of Linux. */
record Errno(int number) {
  static final Errno NOT_PERMITTED = new Errno(1);
  static final Errno NO_ENTRY = new Errno(2);
  static final Errno INTERRUPTED = new Errno(4);
  static final Errno TRY_AGAIN = new Errno(11);

  @Override
  public String toString() {
    return switch (number) {
      case 1 -> "not permitted; it takes root, or CAP_NET_ADMIN";
      case 2 -> "no such thing";
      case 11 -> "no answer in time";
      case 12, 105 -> "no memory left for it";
      case 13 -> "permission denied; it takes root, or CAP_NET_ADMIN";
      case 17 -> "it exists already";
      case 22 -> "invalid for this kernel";
      case 93 -> "the kernel has no netfilter sockets";
      case 95 -> "not supported by this kernel";
      default -> "error number " + number;
    };
  }
}
