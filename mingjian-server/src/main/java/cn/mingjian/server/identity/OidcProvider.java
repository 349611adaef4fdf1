package cn.mingjian.server.identity;

import cn.mingjian.server.problem.Refusal;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.io.Serializable;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Asks a provider who somebody is: OpenID Connect Core 1.0, authorization code flow (section 3.1), with PKCE (RFC 7636).
 * The provider is looked up when it is first asked, so that the server starts without it.
 */
final class OidcProvider {

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int MOST_BYTES = 1 << 20;

    private final OutsideSignIn.Provider settings;
    private final AtomicReference<OIDCProviderMetadata> described = new AtomicReference<>();

    OidcProvider(OutsideSignIn.Provider settings) {
        this.settings = settings;
    }

    /** What the session keeps between leaving for the provider and coming back. */
    record Asked(String state, String nonce, String verifier) implements Serializable {

        static Asked anew() {
            return new Asked(new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue());
        }
    }

    /** Where the browser asks. */
    URI question(Asked asked) {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", "profile"), client(), settings.back())
                .endpointURI(metadata().getAuthorizationEndpointURI())
                .state(new State(asked.state()))
                .nonce(new Nonce(asked.nonce()))
                .codeChallenge(new CodeVerifier(asked.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** The account that the answer names. */
    String account(Asked asked, String code) {
        try {
            IDTokenClaimsSet claims =
                    validator().validate(tokens(asked, code).getOIDCTokens().getIDToken(), new Nonce(asked.nonce()));
            return Optional.ofNullable(claims.getStringClaim(settings.claim()))
                    .filter(named -> !named.isBlank())
                    .orElseThrow(OidcProvider::refused);
        } catch (BadJOSEException | JOSEException e) {
            throw refused();
        }
    }

    private OIDCTokenResponse tokens(Asked asked, String code) {
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code), settings.back(), new CodeVerifier(asked.verifier()));
        try {
            String secret = Files.readString(settings.clientSecretFile())
                    .lines()
                    .findFirst()
                    .orElse("");
            HTTPRequest request = new TokenRequest.Builder(
                            metadata().getTokenEndpointURI(),
                            new ClientSecretBasic(client(), new Secret(secret)),
                            grant)
                    .build()
                    .toHTTPRequest();
            request.setConnectTimeout(TIMEOUT_MILLIS);
            request.setReadTimeout(TIMEOUT_MILLIS);
            TokenResponse response = OIDCTokenResponseParser.parse(request.send());
            if (!response.indicatesSuccess()) {
                throw refused();
            }
            return (OIDCTokenResponse) response.toSuccessResponse();
        } catch (IOException e) {
            throw silent();
        } catch (ParseException e) {
            throw refused();
        }
    }

    private IDTokenValidator validator() {
        OIDCProviderMetadata metadata = metadata();
        try {
            return new IDTokenValidator(
                    metadata.getIssuer(),
                    client(),
                    algorithm(metadata),
                    metadata.getJWKSetURI().toURL(),
                    new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES));
        } catch (MalformedURLException e) {
            throw silent();
        }
    }

    /** One that signs with a key of its own: what the provider's description allows, RS256 where it allows that. */
    private static JWSAlgorithm algorithm(OIDCProviderMetadata metadata) {
        var allowed = Optional.ofNullable(metadata.getIDTokenJWSAlgs()).orElseGet(List::of);
        return allowed.isEmpty() || allowed.contains(JWSAlgorithm.RS256)
                ? JWSAlgorithm.RS256
                : allowed.stream()
                        .filter(JWSAlgorithm.Family.SIGNATURE::contains)
                        .findFirst()
                        .orElseThrow(OidcProvider::refused);
    }

    private OIDCProviderMetadata metadata() {
        OIDCProviderMetadata known = described.get();
        if (known != null) {
            return known;
        }
        try {
            OIDCProviderMetadata found =
                    OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), TIMEOUT_MILLIS, TIMEOUT_MILLIS);
            described.set(found);
            return found;
        } catch (IOException | GeneralException e) {
            throw silent();
        }
    }

    private ClientID client() {
        return new ClientID(settings.clientId());
    }

    private static Refusal refused() {
        return Refusal.of(401, "server.outside-refused");
    }

    private static Refusal silent() {
        return Refusal.of(502, "server.outside-silent");
    }
}
