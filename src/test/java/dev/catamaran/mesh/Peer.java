package dev.catamaran.mesh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A backend on loopback; each connection it accepts waits in a queue for the test. */
final class Peer implements AutoCloseable {
  static final int PATIENCE_MILLIS = 20_000;

  final LinkedBlockingQueue<Socket> accepted = new LinkedBlockingQueue<>();
  private final ServerSocket server;

  private final String word;

  private Peer(ServerSocket server, String word) {
    this.server = server;
    this.word = word;
  }

  /** Makes a backend at an address, on a port the system chooses. */
  interface Maker {
    Peer at(InetAddress address) throws IOException;
  }

  private static Maker maker(String word, Consumer<Peer> work) {
    return address -> {
      var peer = new Peer(new ServerSocket(0, 512, address), word);
      Thread.ofVirtual().start(() -> work.accept(peer));
      return peer;
    };
  }

  static Maker accepting() {
    return maker("", Peer::acceptAll);
  }

  static Peer listen() throws IOException {
    return accepting().at(InetAddress.getLoopbackAddress());
  }

  /** Greets every connection with a word and closes it: the word says which backend it was. */
  static Maker saying(String word) {
    return maker(word, peer -> peer.greetAll(word.getBytes(StandardCharsets.UTF_8)));
  }

  static Peer sayingHere(String word) throws IOException {
    return saying(word).at(InetAddress.getLoopbackAddress());
  }

  /** Sends back what it hears. */
  static Peer echoing() throws IOException {
    return maker("", Peer::echoAll).at(InetAddress.getLoopbackAddress());
  }

  String word() {
    return word;
  }

  private void echoAll() {
    try {
      while (true) {
        var socket = server.accept();
        Thread.ofVirtual().start(() -> echo(socket));
      }
    } catch (IOException _) {
      // The test closed this peer.
    }
  }

  private static void echo(Socket accepted) {
    try (var socket = accepted) {
      socket.getInputStream().transferTo(socket.getOutputStream());
    } catch (IOException _) {
      // The client went away.
    }
  }

  private void acceptAll() {
    try {
      while (true) {
        accepted.add(server.accept());
      }
    } catch (IOException _) {
      // The test closed this peer.
    }
  }

  private void greetAll(byte[] word) {
    try {
      while (true) {
        try (var socket = server.accept()) {
          socket.getOutputStream().write(word);
        }
      }
    } catch (IOException _) {
      // The test closed this peer.
    }
  }

  InetSocketAddress address() {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }

  Socket next() throws InterruptedException, IOException {
    var socket = accepted.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    if (socket == null) {
      throw new AssertionError("nobody connected to " + address());
    }
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  static Socket connect(InetSocketAddress address) throws IOException {
    var socket = new Socket();
    socket.connect(address, PATIENCE_MILLIS);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  /** As {@link #ask(InetSocketAddress)}, from that address of the client's. */
  static String askFrom(InetAddress from, InetSocketAddress address) throws IOException {
    try (var socket = new Socket()) {
      socket.bind(new InetSocketAddress(from, 0));
      socket.connect(address, PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What a new connection to that address hears until its end. */
  static String ask(InetSocketAddress address) throws IOException {
    try (var socket = connect(address)) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A port that is taken and on which nobody listens, so it refuses until it is closed. */
  static Socket refusing() throws IOException {
    var bound = new Socket();
    bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return bound;
  }

  static InetSocketAddress at(Socket bound) {
    return (InetSocketAddress) bound.getLocalSocketAddress();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (var socket : accepted) {
      socket.close();
    }
  }
}
