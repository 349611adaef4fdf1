package cn.mingjian.server.shelf;

import cn.mingjian.model.Words;
import java.util.List;

/**
 * Where the clues of a rule come from: registers, the steps that have a title of their own, the rule.
 *
 * @param nodes in layers, those of a register first
 * @param edges from what is read to what reads it
 * @param facts what a clue says, each with the columns from which it is computed
 */
record LineageShown(
        String rule,
        String code,
        Words title,
        List<LineageNode> nodes,
        List<LineageEdge> edges,
        List<FactOrigin> facts) {

    /** What a node is. */
    enum LineageKind {
        REGISTER,
        /** A reference table or another given list. */
        TABLE,
        STEP,
        RULE
    }

    /** @param layer how many steps at most lie between it and a register */
    record LineageNode(String id, LineageKind kind, Words title, int layer) {}

    /** @param excludes whether it leads out: an innocent explanation that drops hits */
    record LineageEdge(String from, String to, boolean excludes) {}

    /** @param columns of registers; none where the fact follows from no column */
    record FactOrigin(Words title, List<Words> columns) {}
}
