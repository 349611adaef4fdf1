package cn.mingjian.compiler.review;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.model.law.LawIndex;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Looks at a checked model as a whole and notes what no single step or rule can see. */
public final class Review {

    private Review() {}

    /**
     * Notes the mistakes with the package's problems.
     *
     * @param laws where citations are looked up; without it they are checked for their form only
     * @param direct from fields to the input columns from which they were computed
     */
    public static void of(CheckedModel model, Optional<LawIndex> laws, UnaryOperator<Set<FieldRef>> direct) {
        Names.review(model.pack());
        Unread.review(model);
        Citations.review(model.pack(), laws);
        ProtectedPersons.review(model, direct);
        ShutOut.review(model);
        SilentZero.review(model);
        UnreadTables.review(model);
    }
}
