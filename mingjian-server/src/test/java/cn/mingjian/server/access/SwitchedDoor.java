package cn.mingjian.server.access;

import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.identity.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** An {@link AccessCheck} that asks less than it should of one endpoint at a time. */
final class SwitchedDoor extends AccessCheck {

    private static volatile @Nullable Weaker weaker;

    /** An endpoint that asks for no more than this. */
    record Weaker(Method endpoint, Allowed.To to) {

        private Allowed allowed() {
            return Arrays.stream(Doors.class.getDeclaredMethods())
                    .map(method -> method.getAnnotation(Allowed.class))
                    .filter(Objects::nonNull)
                    .filter(allowed -> allowed.value() == to)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private interface Doors {
        @Allowed(Allowed.To.SIGNED_IN)
        void signedIn();

        @Allowed(Allowed.To.PLEDGED)
        void pledged();
    }

    /** Puts it in the place of the server's own. */
    @Component
    @ConditionalOnProperty("mingjian.test.switches")
    static final class Fitted implements BeanPostProcessor {

        private final BeanFactory parts;

        Fitted(BeanFactory parts) {
            this.parts = parts;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof AccessCheck ? new SwitchedDoor(parts.getBean(Accounts.class)) : bean;
        }
    }

    private SwitchedDoor(Accounts accounts) {
        super(accounts);
    }

    /** Makes one endpoint ask less, or none. */
    static void open(@Nullable Weaker door) {
        weaker = door;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Weaker door = weaker;
        if (door != null
                && handler instanceof HandlerMethod method
                && method.getMethod().equals(door.endpoint())) {
            return super.preHandle(request, response, new Open(method, door.allowed()));
        }
        return super.preHandle(request, response, handler);
    }

    private static final class Open extends HandlerMethod {

        private final Allowed allowed;

        Open(HandlerMethod method, Allowed allowed) {
            super(method);
            this.allowed = allowed;
        }

        @Override
        public <A extends Annotation> @Nullable A getMethodAnnotation(Class<A> type) {
            return type.equals(Allowed.class) ? type.cast(allowed) : super.getMethodAnnotation(type);
        }
    }
}
