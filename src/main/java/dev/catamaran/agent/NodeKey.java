package dev.catamaran.agent;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Shows this node's newest Swarm certificate to whomever it talks to, as client and server. */
final class NodeKey extends X509ExtendedKeyManager {
  private static final String ALIAS = "node";

  private final Supplier<SwarmIdentity> identity;

  NodeKey(Supplier<SwarmIdentity> identity) {
    this.identity = identity;
  }

  /** The key type a certificate is for decides whether JSSE may use it at all. */
  private @Nullable String alias(String... keyTypes) {
    var mine = identity.get().key().getAlgorithm();
    for (var type : keyTypes) {
      if (type.startsWith(mine)) {
        return ALIAS;
      }
    }
    return null;
  }

  @Override
  public String[] getClientAliases(String keyType, Principal[] issuers) {
    return new String[] {ALIAS};
  }

  @Override
  public @Nullable String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
    return alias(keyTypes);
  }

  @Override
  public @Nullable String chooseEngineClientAlias(
      String[] keyTypes, Principal[] issuers, SSLEngine engine) {
    return alias(keyTypes);
  }

  @Override
  public String[] getServerAliases(String keyType, Principal[] issuers) {
    return new String[] {ALIAS};
  }

  @Override
  public @Nullable String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
    return alias(keyType);
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal[] issuers, SSLEngine engine) {
    return alias(keyType);
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return identity.get().chain();
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return identity.get().key();
  }
}
