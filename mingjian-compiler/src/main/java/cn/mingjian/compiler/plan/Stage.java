package cn.mingjian.compiler.plan;

import cn.mingjian.compiler.step.Step.JavaStage;
import java.util.List;
import java.util.Map;

/** One act of a run. */
public sealed interface Stage {

    /** The relation that it computes. */
    String relation();

    /**
     * One statement. It fills the table {@link #table}, whose rows are those of the relation and, with {@code _step} not
     * null, the counts of the steps inside; {@code view} then gives the rows alone. Where nobody asks for counts, {@code
     * uncounted} fills a table named as the relation with the rows, for about half the work.
     *
     * @param undecided for each step inside, the query of the rows that it could not decide, with {@code _why}
     */
    record Statement(
            String relation, String table, String create, String view, String uncounted, Map<String, String> undecided)
            implements Stage {}

    /**
     * The rows of an input that stand beside a much smaller one, stored because they are read more than once.
     *
     * @param create fills the table named as the input
     */
    record Companion(String relation, String create) implements Stage {}

    /**
     * A Java operator over kept rows.
     *
     * @param input relation whose rows it reads
     * @param fields fields of the relation, which has those of the input and what the operator adds
     */
    record InJava(String relation, String input, JavaStage work, List<String> fields) implements Stage {}
}
