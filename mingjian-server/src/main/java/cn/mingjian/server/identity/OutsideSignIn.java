package cn.mingjian.server.identity;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Ways to sign in beside the password, off unless an installation sets them at start. Neither makes an account: who is
 * named must have one here.
 *
 * @param certificate the part of a client certificate's subject that names the account, as {@code CN}; null where
 *     certificates are not asked for
 * @param oidc the sign-in of the organisation, null where there is none
 */
@ConfigurationProperties("mingjian.outside-sign-in")
record OutsideSignIn(@Nullable String certificate, @Nullable Provider oidc) {

    /**
     * A provider of OpenID Connect.
     *
     * @param issuer its address, under which it describes itself
     * @param clientId the name under which it knows this installation
     * @param clientSecretFile the file whose first line is the secret it gave
     * @param claim the claim that names the account, as {@code preferred_username}
     * @param address under which browsers reach this installation, as {@code https://mingjian.example}
     */
    record Provider(String issuer, String clientId, Path clientSecretFile, String claim, URI address) {

        /** Where the provider sends the browser back to: a page of ours, which hands the code over from the same site. */
        URI back() {
            return address.resolve("/sign-in/back");
        }
    }
}
