package cn.mingjian.server.shelf;

import cn.mingjian.model.Words;
import cn.mingjian.server.run.RunRow;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model with its guide, what it needs, its rules and parameters.
 *
 * @param guide as markdown
 * @param digest of the package's text
 */
record ModelPage(
        @JsonUnwrapped ModelRow row,
        Words guide,
        Words duty,
        Words necessity,
        List<InputShown> inputs,
        List<RuleShown> ruleCards,
        List<ParameterShown> parameters,
        String digest) {

    /**
     * A register that the model reads.
     *
     * @param must whether no rule runs without it
     * @param derived whether it is built from others where nobody delivers it
     */
    record InputShown(String contract, Words title, List<ColumnShown> columns, boolean must, boolean derived) {}

    /** A column of it that the model uses. */
    record ColumnShown(String id, Words title, String type) {}

    /**
     * A rule or a signal.
     *
     * @param card as markdown
     * @param needs the registers without which it does not run, by contract
     */
    record RuleShown(
            String id,
            String code,
            Words title,
            Words card,
            List<ProvisionShown> law,
            List<GradeShown> grades,
            List<String> needs) {}

    /** A provision in the text that holds today. */
    record ProvisionShown(String law, String article, String text, String chosenBy, boolean verified) {}

    /** A line of a ladder. */
    record GradeShown(String grade, Words when) {}

    /**
     * A value that rules compare with.
     *
     * @param source law, practice or proposal
     * @param law the provision that lays it down, where one does
     * @param settable whether a run may set it; what is law cannot be set
     */
    record ParameterShown(
            String name,
            Words title,
            String value,
            @Nullable Words unit,
            String source,
            @Nullable ProvisionShown law,
            boolean settable) {}

    /** The page for an actor with another latest run. */
    ModelPage with(@Nullable RunRow run) {
        return new ModelPage(row.with(run), guide, duty, necessity, inputs, ruleCards, parameters, digest);
    }
}
