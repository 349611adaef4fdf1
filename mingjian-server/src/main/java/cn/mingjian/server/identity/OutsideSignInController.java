package cn.mingjian.server.identity;

import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.identity.Accounts.Standing;
import cn.mingjian.server.installation.Installation;
import cn.mingjian.server.problem.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in by a client certificate or by the organisation's own sign-in, where the installation is set for it. */
@RestController
@RequestMapping("/api/v1/session")
class OutsideSignInController {

    private static final String ASKED = "outside-asked";
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private final OutsideSignIn settings;
    private final @Nullable OidcProvider provider;
    private final SignIn signIn;
    private final BegunSession begun;
    private final Installation installation;
    private final Moves moves;

    OutsideSignInController(
            OutsideSignIn settings, SignIn signIn, BegunSession begun, Installation installation, Moves moves) {
        this.settings = settings;
        this.provider =
                Optional.ofNullable(settings.oidc()).map(OidcProvider::new).orElse(null);
        this.signIn = signIn;
        this.begun = begun;
        this.installation = installation;
        this.moves = moves;
    }

    /** Which ways there are beside the password. */
    record SignInWays(boolean certificate, boolean organisation) {}

    /** @param address where the browser goes to be asked */
    record Asking(URI address) {}

    /** What the provider sent back through the browser. */
    record Returned(String code, String state) {
        Returned {
            code = Objects.requireNonNullElse(code, "");
            state = Objects.requireNonNullElse(state, "");
        }
    }

    @GetMapping("/ways")
    @Allowed(Allowed.To.EVERYBODY)
    SignInWays ways() {
        return new SignInWays(settings.certificate() != null, provider != null);
    }

    /** Enters with the certificate that the connection was made with. */
    @PostMapping("/certificate")
    @Allowed(Allowed.To.EVERYBODY)
    Me byCertificate(HttpServletRequest request, HttpServletResponse response) {
        String part = Optional.ofNullable(settings.certificate()).orElseThrow(Refusal::notThere);
        X509Certificate[] certificates = (X509Certificate[]) request.getAttribute(CERTIFICATES);
        if (certificates == null || certificates.length == 0) {
            throw Refusal.of(401, "server.certificate-missing");
        }
        String login =
                SubjectPart.of(certificates[0], part).orElseThrow(() -> Refusal.of(401, "server.outside-unknown"));
        return enter(login, "certificate", request, response);
    }

    /** Begins at the provider; what it must send back is kept in the session. */
    @PutMapping("/organisation")
    @Allowed(Allowed.To.EVERYBODY)
    Asking askOrganisation(HttpServletRequest request) {
        OidcProvider asked = provider();
        OidcProvider.Asked kept = OidcProvider.Asked.anew();
        URI address = asked.question(kept);
        request.getSession(true).setAttribute(ASKED, kept);
        return new Asking(address);
    }

    /** Enters with what the provider sent back: once, in the session that asked. */
    @PostMapping("/organisation")
    @Allowed(Allowed.To.EVERYBODY)
    Me byOrganisation(@RequestBody Returned returned, HttpServletRequest request, HttpServletResponse response) {
        OidcProvider asked = provider();
        HttpSession session = request.getSession(false);
        OidcProvider.Asked kept = session == null ? null : (OidcProvider.Asked) session.getAttribute(ASKED);
        if (kept == null || !kept.state().equals(returned.state())) {
            throw Refusal.of(401, "server.outside-refused");
        }
        session.removeAttribute(ASKED);
        if (returned.code().isBlank()) { // the provider refused, or the person turned back there
            throw Refusal.of(401, "server.outside-refused");
        }
        return enter(asked.account(kept, returned.code()), "organisation", request, response);
    }

    private OidcProvider provider() {
        return Optional.ofNullable(provider).orElseThrow(Refusal::notThere);
    }

    private Me enter(String login, String way, HttpServletRequest request, HttpServletResponse response) {
        Standing standing = signIn.vouchedFor(login, way, request.getRemoteAddr());
        begun.of(standing, request, response);
        return Me.of(standing, moves.unread(standing.actor()).orElse(null), installation.sample());
    }
}
