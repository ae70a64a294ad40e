package dev.catamaran.bench.mesh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Arrays;

/**
 * The two ends of the test of datagrams: {@code Datagrams echo PORT} sends back what comes;
 * {@code Datagrams ask ADDRESS PORT FLOWS SECONDS} keeps one datagram of each flow on its way and
 * prints answers a second, and the 50th and 99th percentile of microseconds.
 */
final class Datagrams {
  private static final int BYTES = 64;
  private static final long LOST_NANOS = 200_000_000;

  private Datagrams() {}

  public static void main(String[] words) throws IOException {
    if (words[0].equals("echo")) {
      echo(Integer.parseInt(words[1]));
    } else {
      ask(
          new InetSocketAddress(words[1], Integer.parseInt(words[2])),
          Integer.parseInt(words[3]),
          Integer.parseInt(words[4]));
    }
  }

  private static void echo(int port) throws IOException {
    var channel = DatagramChannel.open().bind(new InetSocketAddress(port));
    var buffer = ByteBuffer.allocateDirect(2048);
    while (true) {
      buffer.clear();
      var from = channel.receive(buffer);
      buffer.flip();
      channel.send(buffer, from);
    }
  }

  private static final class Flow {
    final DatagramChannel channel;
    long sent;

    Flow(DatagramChannel channel) {
      this.channel = channel;
    }

    void send(ByteBuffer buffer) throws IOException {
      buffer.clear().limit(BYTES);
      sent = System.nanoTime();
      channel.write(buffer);
    }
  }

  private static void ask(InetSocketAddress to, int flows, int seconds) throws IOException {
    var selector = Selector.open();
    var buffer = ByteBuffer.allocateDirect(2048);
    for (int i = 0; i < flows; i++) {
      var channel = DatagramChannel.open().connect(to);
      channel.configureBlocking(false);
      var flow = new Flow(channel);
      channel.register(selector, SelectionKey.OP_READ, flow);
      flow.send(buffer);
    }
    var micros = new int[8_000_000];
    var answers = new int[1];
    var lost = new int[1];
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000L;
    while (System.nanoTime() < end) {
      int ready =
          selector.select(
              key -> {
                var flow = (Flow) key.attachment();
                try {
                  buffer.clear();
                  if (flow.channel.read(buffer) > 0) {
                    micros[answers[0]++ % micros.length] =
                        (int) ((System.nanoTime() - flow.sent) / 1000);
                    flow.send(buffer);
                  }
                } catch (IOException _) {
                  lost[0]++;
                }
              },
              100);
      if (ready == 0 || answers[0] % 4096 == 0) {
        long now = System.nanoTime();
        for (var key : selector.keys()) {
          var flow = (Flow) key.attachment();
          if (now - flow.sent > LOST_NANOS) {
            lost[0]++;
            flow.send(buffer);
          }
        }
      }
    }
    int count = Math.min(answers[0], micros.length);
    Arrays.sort(micros, 0, count);
    System.out.printf(
        "answers/s %.1f p50 %d p99 %d lost %d%n",
        answers[0] / ((System.nanoTime() - begin) / 1e9),
        count == 0 ? 0 : micros[count / 2],
        count == 0 ? 0 : micros[count * 99 / 100],
        lost[0]);
  }
}
