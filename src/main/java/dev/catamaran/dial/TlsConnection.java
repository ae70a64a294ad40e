package dev.catamaran.dial;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.net.ssl.SSLSocket;

/** TCP with TLS. */
record TlsConnection(SSLSocket socket, InputStream in, OutputStream out, TlsObstacle obstacle)
    implements Connection {

  @Override
  public boolean dear() {
    return true;
  }

  /** With TLS 1.3 the engine judges our certificate when we think that all is well. */
  @Override
  public IOException explained(IOException failure) {
    return obstacle.after(failure);
  }

  @Override
  public void close() {
    Quietly.close(socket);
  }
}
