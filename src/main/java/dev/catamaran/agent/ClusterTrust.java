package dev.catamaran.agent;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts the nodes of this node's own Swarm and nobody else: the same root, the same cluster, and
 * to serve routes, the role of a manager. Addresses are not compared, as Swarm's certificates name
 * nodes and not hosts.
 */
final class ClusterTrust extends X509ExtendedTrustManager {
  private final Supplier<SwarmIdentity> identity;

  ClusterTrust(Supplier<SwarmIdentity> identity) {
    this.identity = identity;
  }

  private static void member(SwarmIdentity mine, X509Certificate[] chain, Set<SwarmPeer.Role> roles)
      throws CertificateException {
    var peer = SwarmPeer.of(chain[0]);
    if (!peer.cluster().equals(mine.self().cluster())) {
      throw new CertificateException(
          "node " + peer.nodeId() + " is of the cluster " + peer.cluster() + ", not of ours");
    }
    if (!roles.contains(peer.role())) {
      throw new CertificateException(
          "node " + peer.nodeId() + " is a " + peer.role().unit() + " and may not serve routes");
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    var mine = identity.get();
    mine.roots().checkClientTrusted(chain, authType);
    member(mine, chain, Set.of(SwarmPeer.Role.MANAGER, SwarmPeer.Role.WORKER));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    var mine = identity.get();
    mine.roots().checkServerTrusted(chain, authType);
    member(mine, chain, Set.of(SwarmPeer.Role.MANAGER));
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, authType);
  }

  /** None named: a node has one certificate, and shows it whatever the server hints at. */
  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
