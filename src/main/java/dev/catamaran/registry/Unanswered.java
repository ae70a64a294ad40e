package dev.catamaran.registry;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** A registry did not answer what we asked; the message says what stood in the way. */
final class Unanswered extends Exception {
  private static final long serialVersionUID = 1;

  Unanswered(String message) {
    super(message);
  }

  private Unanswered(String message, Throwable cause) {
    super(message, cause);
  }

  static Unanswered by(URI endpoint, Throwable cause) {
    return new Unanswered(place(endpoint) + ": " + obstacle(cause), cause);
  }

  /** The endpoint without query and user part, which may hold more than a message should. */
  static String place(URI endpoint) {
    return endpoint.getScheme() + "://" + endpoint.getRawAuthority() + endpoint.getRawPath();
  }

  private static String obstacle(Throwable cause) {
    if (causedBy(cause, UnresolvedAddressException.class)) {
      return "the host name cannot be resolved";
    }
    return switch (cause) {
      case HttpConnectTimeoutException _ -> "no connection in time";
      case HttpTimeoutException _ -> "no answer in time";
      case TimeoutException _ -> "no answer in time";
      case SSLException tls -> "TLS failed: " + message(tls);
      case ConnectException _ -> "the connection was refused";
      default -> message(cause);
    };
  }

  private static String message(Throwable cause) {
    return Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
  }

  private static boolean causedBy(Throwable thrown, Class<? extends Throwable> kind) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (kind.isInstance(t)) {
        return true;
      }
    }
    return false;
  }
}
