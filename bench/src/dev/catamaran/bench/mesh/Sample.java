package dev.catamaran.bench.mesh;

/** What one contender did in one turn; 0 where there is no 99th percentile. */
record Sample(String contender, double value, double p99Micros) {
  String json(String test, int round, String voidBecause) {
    return String.format(
        "{\"test\":\"%s\",\"round\":%d,\"contender\":\"%s\",\"value\":%.3f,\"p99us\":%.0f,\"void\":\"%s\"}",
        test, round, contender, value, p99Micros, voidBecause);
  }
}
