package cn.mingjian.engine.mutants;

import cn.mingjian.compiler.expression.Expression;
import cn.mingjian.compiler.expression.Expression.When;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The variants of a {@code case}: each branch left out, and what its conditions and values give. */
final class CaseMutants {

    private final ExpressionMutants mutants;
    private final Expression.Case choice;
    private final String path;
    private final UnaryOperator<Expression> rebuild;

    CaseMutants(ExpressionMutants mutants, Expression.Case choice, String path, UnaryOperator<Expression> rebuild) {
        this.mutants = mutants;
        this.choice = choice;
        this.path = path;
        this.rebuild = rebuild;
    }

    void add() {
        List<When> whens = choice.whens();
        for (int i = 0; i < whens.size(); i++) {
            int index = i;
            When when = whens.get(i);
            without(i).ifPresent(left -> mutants.dropped(when.condition(), path, 2 * index + 1, rebuild.apply(left)));
            mutants.inside(when.condition(), path, 2 * i + 1, to -> back(index, new When(to, when.value())));
            mutants.inside(when.value(), path, 2 * i + 2, to -> back(index, new When(when.condition(), to)));
        }
        choice.otherwise()
                .ifPresent(other -> mutants.inside(
                        other,
                        path,
                        2 * whens.size() + 1,
                        to -> rebuild.apply(new Expression.Case(whens, Optional.of(to), choice.at()))));
    }

    private Expression back(int index, When when) {
        return rebuild.apply(new Expression.Case(
                ExpressionMutants.with(choice.whens(), index, when), choice.otherwise(), choice.at()));
    }

    /** The choice without a branch; what is left of the only one is the value behind {@code else}. */
    private Optional<Expression> without(int index) {
        return choice.whens().size() == 1
                ? choice.otherwise()
                : Optional.of(new Expression.Case(
                        ExpressionMutants.without(choice.whens(), index), choice.otherwise(), choice.at()));
    }
}
