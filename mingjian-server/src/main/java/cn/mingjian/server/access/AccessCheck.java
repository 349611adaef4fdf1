package cn.mingjian.server.access;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.identity.Accounts;
import cn.mingjian.server.identity.Accounts.Standing;
import cn.mingjian.server.problem.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;

/** Asks of every request whether its {@link Allowed} lets the caller in, and hands the caller on as an {@link Actor}. */
@Component
class AccessCheck implements HandlerInterceptor, HandlerMethodArgumentResolver {

    private static final String ACTOR = Actor.class.getName();

    private final Accounts accounts;

    AccessCheck(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || !method.getBeanType().getName().startsWith("cn.mingjian.")) {
            return true;
        }
        Allowed allowed = method.getMethodAnnotation(Allowed.class);
        if (allowed == null) {
            throw Refusal.notThere();
        }
        if (allowed.value() == Allowed.To.EVERYBODY) {
            return true;
        }
        Standing standing = accounts.standing(signedIn()).orElseThrow(() -> Refusal.of(401, "server.not-signed-in"));
        if (allowed.value() != Allowed.To.SIGNED_IN && !standing.ready()) {
            throw Refusal.of(403, standing.passwordChange() ? "server.password-first" : "server.pledge-first");
        }
        if (!mayCall(standing.actor(), allowed)) {
            throw Refusal.of(403, "server.not-allowed");
        }
        request.setAttribute(ACTOR, standing.actor());
        return true;
    }

    private static boolean mayCall(Actor actor, Allowed allowed) {
        return switch (allowed.value()) {
            case EVERYBODY, SIGNED_IN, PLEDGED -> true;
            case ROLES -> actor.holds(Set.of(allowed.roles()));
            case CASEWORK -> actor.holds(Role.CASEWORK);
            case DATA -> actor.holds(Role.DATA);
            case CATALOGUE -> actor.holds(Role.CATALOGUE);
        };
    }

    /** The account of the session, 0 where there is none. */
    private static int signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || !authentication.getName().matches("\\d{1,9}")
                ? 0
                : Integer.parseInt(authentication.getName());
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Actor.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        return Objects.requireNonNull(request.getAttribute(ACTOR, RequestAttributes.SCOPE_REQUEST));
    }
}
