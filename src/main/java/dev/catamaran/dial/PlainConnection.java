package dev.catamaran.dial;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;

/** A unix socket, or TCP in the clear. */
record PlainConnection(SocketChannel channel) implements Connection {
  @Override
  public InputStream in() {
    return Channels.newInputStream(channel);
  }

  @Override
  public OutputStream out() {
    return Channels.newOutputStream(channel);
  }

  @Override
  public void close() {
    Quietly.close(channel);
  }
}
