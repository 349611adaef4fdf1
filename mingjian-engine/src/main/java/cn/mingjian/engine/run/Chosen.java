package cn.mingjian.engine.run;

import cn.mingjian.compiler.rule.Rule.Choice;
import cn.mingjian.duckdb.DuckRow;
import java.util.ArrayList;
import java.util.List;

/**
 * What a clue gets of a list whose lines have conditions: every line that holds. When none does, {@code else}, and beside
 * it each line that cannot be decided: it may be the right one.
 *
 * @param lines places in the list
 * @param open whether a line stands there that cannot be decided
 */
record Chosen(List<Integer> lines, boolean open) {

    /** @param name the column of the first line's condition, without its number */
    static Chosen of(DuckRow row, String name, List<Choice> choices) {
        List<Integer> holding = new ArrayList<>();
        List<Integer> possible = new ArrayList<>();
        boolean open = false;
        for (int i = 0; i < choices.size(); i++) {
            Boolean holds = row.truth(name + i);
            if (choices.get(i).otherwise()) {
                possible.add(i);
            } else if (holds == null) {
                possible.add(i);
                open = true;
            } else if (holds) {
                holding.add(i);
            }
        }
        return holding.isEmpty() ? new Chosen(possible, open) : new Chosen(holding, false);
    }
}
