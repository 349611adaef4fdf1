package cn.mingjian.functions;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A function that models may call, the same on every engine.
 *
 * <p>Implementations are pure (equal arguments give equal results), safe for use by several threads, and never throw for
 * values of their kinds: what cannot be computed is null, that is unknown.
 *
 * @param name the name in the model language; several overloads may share it
 * @param parameters the kinds of the arguments, in order
 * @param result the kind of the result
 * @param nullArguments what a null argument does
 * @param body the implementation; callers use {@link #call}
 */
public record DomainFunction(String name, List<Kind> parameters, Kind result, NullArguments nullArguments, Body body) {

    /** What a null argument does. */
    public enum NullArguments {
        /** The result is null without a call of the body. */
        GIVE_NULL,
        /** The body is called and decides, because a known argument can settle the answer. */
        ARE_PASSED
    }

    /** The implementation over boxed arguments, one for each parameter and of the Java type of its kind. */
    @FunctionalInterface
    public interface Body {
        /**
         * Computes the result; the array belongs to the caller, who may use it again.
         *
         * @param arguments as many as the function has parameters
         */
        @Nullable
        Object call(@Nullable Object[] arguments);
    }

    /** Keeps the parameters unchangeable. */
    public DomainFunction {
        parameters = List.copyOf(parameters);
    }

    /** Computes the function; null means unknown. */
    public @Nullable Object call(@Nullable Object... arguments) {
        if (nullArguments == NullArguments.GIVE_NULL) {
            for (Object argument : arguments) {
                if (argument == null) {
                    return null;
                }
            }
        }
        return body.call(arguments);
    }

    /**
     * The name under which engines know this overload, unique in the registry, for example {@code mj_age_at_date_time}.
     * It differs from the names of built-in functions of the engines, and two overloads never have to be told apart by
     * the engine.
     */
    public String engineName() {
        StringBuilder text = new StringBuilder("mj_").append(name);
        for (Kind kind : parameters) {
            text.append('_').append(kind.name().toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }

    /** The signature as a reader of a model knows it, for example {@code age_at(DATE, TIME)}. */
    public String signature() {
        StringBuilder text = new StringBuilder(name).append('(');
        for (int i = 0; i < parameters.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(parameters.get(i));
        }
        return text.append(')').toString();
    }

    @Override
    public String toString() {
        return signature() + " -> " + result;
    }
}
