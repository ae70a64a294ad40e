package dev.catamaran.bench.mesh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** Connections that each did one request and then do nothing: {@code Idle ADDRESS PORT COUNT}. */
final class Idle {
  private Idle() {}

  public static void main(String[] words) throws IOException, InterruptedException {
    var request = "GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    var to = new InetSocketAddress(words[0], Integer.parseInt(words[1]));
    var all = new ArrayList<Socket>();
    for (int i = 0; i < Integer.parseInt(words[2]); i++) {
      var socket = new Socket();
      socket.connect(to, 5_000);
      socket.getOutputStream().write(request);
      socket.getInputStream().read(new byte[1024]);
      all.add(socket);
    }
    System.out.println("idle " + all.size());
    Thread.sleep(Long.MAX_VALUE);
  }
}
