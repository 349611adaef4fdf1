package cn.mingjian.server.identity;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** A part of the subject of a certificate, as {@code CN} (RFC 2253). */
final class SubjectPart {

    private SubjectPart() {}

    /** Its one value; none where there is none, or more than one. */
    static Optional<String> of(X509Certificate certificate, String part) {
        try {
            List<Rdn> found = new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase(part))
                            .toList();
            return found.size() == 1 && found.get(0).getValue() instanceof String value
                    ? Optional.of(value)
                    : Optional.empty();
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }
}
