package cn.mingjian.server.actor;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call an endpoint; what of it they then see is the query's business. An endpoint without this annotation answers
 * nobody.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {

    /** The kinds of callers. */
    enum To {
        /** Anybody, signed in or not. */
        EVERYBODY,
        /** Whoever signed in, before the password is their own and the pledge given. */
        SIGNED_IN,
        /** Whoever signed in, with a password of their own and the pledge given. */
        PLEDGED,
        /** Those with one of {@link #roles()}. */
        ROLES,
        /** Those with a role of casework, see {@link Role#CASEWORK}. */
        CASEWORK,
        /** Those who bring data and ask for them, see {@link Role#DATA}. */
        DATA,
        /** Those, and the data-protection officer, who look at which data there are, see {@link Role#CATALOGUE}. */
        CATALOGUE
    }

    /** To whom. */
    To value();

    /** The roles where {@link To#ROLES} says so. */
    Role[] roles() default {};
}
