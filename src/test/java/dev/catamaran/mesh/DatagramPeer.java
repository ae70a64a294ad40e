package dev.catamaran.mesh;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A UDP backend that answers every datagram with a word, which says which backend it was. */
final class DatagramPeer implements AutoCloseable {
  private static final int ANSWER_MILLIS = 500;
  private static final int TRIES = 20;

  private final DatagramSocket socket;
  private final String word;

  private DatagramPeer(DatagramSocket socket, String word) {
    this.socket = socket;
    this.word = word;
  }

  static DatagramPeer saying(String word, InetAddress address) throws IOException {
    var peer = new DatagramPeer(new DatagramSocket(new InetSocketAddress(address, 0)), word);
    Thread.ofVirtual().start(peer::answerAll);
    return peer;
  }

  private void answerAll() {
    try {
      var question = new DatagramPacket(new byte[1_500], 1_500);
      while (true) {
        socket.receive(question);
        var answer = word.getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
      }
    } catch (IOException _) {
      // The test closed this peer.
    }
  }

  InetSocketAddress address() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  /** A client's end; it hears only what comes from that address. */
  static DatagramSocket connect(InetSocketAddress address) throws IOException {
    var socket = new DatagramSocket();
    socket.connect(address);
    socket.setSoTimeout(ANSWER_MILLIS);
    return socket;
  }

  /** The answer to a datagram; asks again, because any of them may be lost. */
  static String ask(DatagramSocket client) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      send(client);
      var answer = new DatagramPacket(new byte[1_500], 1_500);
      try {
        client.receive(answer);
        return new String(answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8);
      } catch (SocketTimeoutException | java.net.PortUnreachableException _) {
        // Asks again.
      }
    }
    throw new AssertionError("no answer from " + client.getRemoteSocketAddress());
  }

  static void send(DatagramSocket client) throws IOException {
    client.send(new DatagramPacket(new byte[] {'?'}, 1));
  }

  @Override
  public void close() {
    socket.close();
  }
}
