package dev.catamaran.agent;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/**
 * Who a Swarm certificate says its holder is.
 *
 * @param cluster the cluster's id, the certificate's O
 * @param role from its OU
 * @param nodeId its CN
 */
record SwarmPeer(String cluster, Role role, String nodeId) {
  /** What a node is to its Swarm. */
  enum Role {
    MANAGER,
    WORKER;

    String unit() {
      return "swarm-" + name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> of(String unit) {
      return switch (unit) {
        case "swarm-manager" -> Optional.of(MANAGER);
        case "swarm-worker" -> Optional.of(WORKER);
        default -> Optional.empty();
      };
    }
  }

  /** Refuses a certificate that is not of the form Swarm gives to its nodes. */
  static SwarmPeer of(X509Certificate certificate) throws CertificateException {
    var unit = part(certificate, "OU");
    return new SwarmPeer(
        part(certificate, "O"),
        Role.of(unit)
            .orElseThrow(() -> new CertificateException("OU " + unit + " is no role of a node")),
        part(certificate, "CN"));
  }

  private static String part(X509Certificate certificate, String type) throws CertificateException {
    var subject = certificate.getSubjectX500Principal().getName();
    try {
      var values =
          new LdapName(subject)
              .getRdns().stream()
                  .filter(rdn -> rdn.getType().equalsIgnoreCase(type))
                  .map(rdn -> rdn.getValue().toString())
                  .toList();
      if (values.size() == 1 && !values.getFirst().isBlank()) {
        return values.getFirst();
      }
    } catch (InvalidNameException _) {
      // Told below: the subject is named either way.
    }
    throw new CertificateException("subject \"" + subject + "\" has no single " + type);
  }
}
