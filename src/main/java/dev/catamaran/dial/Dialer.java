package dev.catamaran.dial;

import dev.catamaran.docker.Endpoint;
import dev.catamaran.docker.EngineAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Opens connections to one engine, as often as it is asked. */
public final class Dialer {
  private static final String SSH = "ssh";

  private final EngineAddress address;
  private final Duration patience;
  private final Optional<TlsDoor> tls;

  /**
   * Touches nothing yet.
   *
   * @param patience how long opening one may take
   */
  public Dialer(Endpoint endpoint, Duration patience) {
    this.address = endpoint.address();
    this.patience = patience;
    this.tls = endpoint.tls().map(TlsDoor::new);
  }

  /**
   * Opens one.
   *
   * @throws NoConnection where the engine cannot be reached
   */
  public Connection connect() throws IOException {
    return switch (address) {
      case EngineAddress.Unix unix -> UnixDoor.connect(unix.path());
      case EngineAddress.Tcp tcp -> {
        if (tls.isEmpty()) {
          yield new PlainConnection(TcpDoor.connect(tcp, patience));
        }
        tls.get().prepare();
        yield tls.get().connect(TcpDoor.connect(tcp, patience), tcp, patience);
      }
      case EngineAddress.Ssh ssh -> SshDoor.connect(SSH, ssh);
      case EngineAddress.Pipe pipe -> PipeDoor.connect(pipe, patience);
    };
  }

  /** The Host of a request; engines do not look at it, but HTTP/1.1 wants one. */
  public String host() {
    return switch (address) {
      case EngineAddress.Tcp tcp -> tcp.authority();
      case EngineAddress.Unix _, EngineAddress.Ssh _, EngineAddress.Pipe _ -> "docker";
    };
  }
}
