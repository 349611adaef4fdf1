package cn.mingjian.functions;

import cn.mingjian.functions.DomainFunction.NullArguments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds domain functions from typed method references; what a null argument does follows from the shape. */
final class FunctionShapes {
    private FunctionShapes() {}

    interface One<A, R> {
        @Nullable
        R apply(A first);
    }

    interface Two<A, B, R> {
        @Nullable
        R apply(A first, B second);
    }

    interface Three<A, B, C, R> {
        @Nullable
        R apply(A first, B second, C third);
    }

    /** Four arguments of one type, each of which may be null. */
    interface FourNullable<A, R> {
        @Nullable
        R apply(@Nullable A first, @Nullable A second, @Nullable A third, @Nullable A fourth);
    }

    static <A, R> DomainFunction of(String name, Typed<A> a, Typed<R> result, One<A, R> body) {
        return new DomainFunction(
                name,
                List.of(a.kind()),
                result.kind(),
                NullArguments.GIVE_NULL,
                arguments -> body.apply(a.cast(arguments[0])));
    }

    static <A, B, R> DomainFunction of(String name, Typed<A> a, Typed<B> b, Typed<R> result, Two<A, B, R> body) {
        return new DomainFunction(
                name,
                List.of(a.kind(), b.kind()),
                result.kind(),
                NullArguments.GIVE_NULL,
                arguments -> body.apply(a.cast(arguments[0]), b.cast(arguments[1])));
    }

    static <A, B, C, R> DomainFunction of(
            String name, Typed<A> a, Typed<B> b, Typed<C> c, Typed<R> result, Three<A, B, C, R> body) {
        return new DomainFunction(
                name,
                List.of(a.kind(), b.kind(), c.kind()),
                result.kind(),
                NullArguments.GIVE_NULL,
                arguments -> body.apply(a.cast(arguments[0]), b.cast(arguments[1]), c.cast(arguments[2])));
    }

    static <A, R> DomainFunction ofFourNullable(String name, Typed<A> a, Typed<R> result, FourNullable<A, R> body) {
        return new DomainFunction(
                name,
                List.of(a.kind(), a.kind(), a.kind(), a.kind()),
                result.kind(),
                NullArguments.ARE_PASSED,
                arguments -> body.apply(
                        a.castNullable(arguments[0]),
                        a.castNullable(arguments[1]),
                        a.castNullable(arguments[2]),
                        a.castNullable(arguments[3])));
    }
}
