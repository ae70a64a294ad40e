package dev.catamaran.dial;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Two streams to an engine. Closing it from any thread ends what another one waits for; so does
 * interrupting that one, unless it waits for a child process.
 */
public sealed interface Connection extends AutoCloseable
    permits PlainConnection, TlsConnection, ChildConnection, PipeConnection {
  InputStream in();

  OutputStream out();

  /** Whether making one takes so long that it should serve more than one exchange. */
  default boolean dear() {
    return false;
  }

  /** What lies behind a failure of one of the streams, where the connection knows more of it. */
  default IOException explained(IOException failure) {
    return failure;
  }

  /** Does not fail: what cannot be closed is closed. */
  @Override
  void close();
}
