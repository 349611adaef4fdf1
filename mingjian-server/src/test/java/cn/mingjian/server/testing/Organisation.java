package cn.mingjian.server.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** The sign-in of an organisation: a provider of OpenID Connect that says of a browser what a test tells it to say. */
public final class Organisation {

    private static final String CLIENT = "mingjian";
    private static final String SECRET = "secret of the test";

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Said> said = new ConcurrentHashMap<>();

    private record Said(String account, String nonce, String challenge, RSAKey key, Instant until) {}

    private Organisation(HttpServer server, RSAKey key) {
        this.server = server;
        this.key = key;
    }

    static Organisation start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Organisation organisation = new Organisation(server, key());
            server.createContext("/.well-known/openid-configuration", organisation::describe);
            server.createContext("/keys", organisation::keys);
            server.createContext("/token", organisation::token);
            server.start();
            return organisation;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    void stop() {
        server.stop(0);
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What an installation is told of it. */
    List<String> settings(Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("organisation-secret"), SECRET + "\n");
        String prefix = "--mingjian.outside-sign-in.oidc.";
        return List.of(
                prefix + "issuer=" + issuer(),
                prefix + "client-id=" + CLIENT,
                prefix + "client-secret-file=" + secret,
                prefix + "claim=preferred_username",
                prefix + "address=https://mingjian.example");
    }

    /** The one value of a parameter. */
    public static String one(Map<String, List<String>> parameters, String name) {
        return Objects.requireNonNull(parameters.get(name), name).get(0);
    }

    /** Somebody proves there who they are; the code that the browser brings back. */
    public String confirm(URI question, String account) {
        return confirm(question, account, key, Instant.now().plusSeconds(60));
    }

    /** A code whose token somebody else signed. */
    public String forge(URI question, String account) {
        return confirm(question, account, key(), Instant.now().plusSeconds(60));
    }

    /** A code whose token is out of date. */
    public String late(URI question, String account) {
        return confirm(question, account, key, Instant.now().minusSeconds(3600));
    }

    private String confirm(URI question, String account, RSAKey signing, Instant until) {
        Map<String, List<String>> asked = URLUtils.parseParameters(question.getRawQuery());
        String code = UUID.randomUUID().toString();
        said.put(code, new Said(account, one(asked, "nonce"), one(asked, "code_challenge"), signing, until));
        return code;
    }

    private void describe(HttpExchange exchange) throws IOException {
        String issuer = issuer();
        answer(
                exchange,
                200,
                JsonMapper.shared()
                        .writeValueAsString(Map.of(
                                "issuer",
                                issuer,
                                "authorization_endpoint",
                                issuer + "/authorize",
                                "token_endpoint",
                                issuer + "/token",
                                "jwks_uri",
                                issuer + "/keys",
                                "response_types_supported",
                                List.of("code"),
                                "subject_types_supported",
                                List.of("public"),
                                "id_token_signing_alg_values_supported",
                                List.of("RS256"))));
    }

    private void keys(HttpExchange exchange) throws IOException {
        answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
    }

    /** Gives the token for a code once, to who knows the secret and the verifier (RFC 7636, 4.6). */
    private void token(HttpExchange exchange) throws IOException {
        Map<String, List<String>> form =
                URLUtils.parseParameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Said known = said.remove(one(form, "code"));
        boolean right = known != null
                && known.challenge()
                        .equals(CodeChallenge.compute(
                                        CodeChallengeMethod.S256, new CodeVerifier(one(form, "code_verifier")))
                                .getValue())
                && exchange.getRequestHeaders()
                        .getFirst("Authorization")
                        .equals(new ClientSecretBasic(new ClientID(CLIENT), new Secret(SECRET))
                                .toHTTPAuthorizationHeader());
        if (!right) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        answer(
                exchange,
                200,
                JsonMapper.shared()
                        .writeValueAsString(
                                Map.of("access_token", "unused", "token_type", "Bearer", "id_token", signed(known))));
    }

    private String signed(Said known) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject("1")
                .claim("preferred_username", known.account())
                .claim("nonce", known.nonce())
                .issueTime(Date.from(known.until().minusSeconds(60)))
                .expirationTime(Date.from(known.until()))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims);
        try {
            token.sign(new RSASSASigner(known.key()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
