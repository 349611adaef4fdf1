package cn.mingjian.compiler.step;

import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Typed;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A checked step: its rows as a relation, and how they are computed.
 *
 * @param operator the primitive's word
 * @param reads the relations that it reads, the main one first
 * @param conditions fields that decide which rows there are (indirect lineage)
 * @param search the search on whose silence its rows rest, if they do
 * @param words what it does, for the rule card: arguments of the message {@code card.<operator>}
 */
public record Step(
        String name,
        String operator,
        Relation relation,
        List<String> reads,
        Set<FieldRef> conditions,
        Body body,
        Optional<Search> search,
        List<String> words) {

    /**
     * A search in a register over certain days.
     *
     * @param register relation that is searched
     * @param first first day, over the fields of the main relation (alias {@code l}), if one is named
     * @param last last day
     */
    public record Search(String register, Optional<Typed> first, Typed last) {}

    /** How rows are computed. */
    public sealed interface Body permits Select, Union, JavaStage, Nothing {}

    /**
     * One SELECT. The main relation has the alias {@code l}.
     *
     * @param from what stands behind FROM
     * @param groupBy SQL of the grouping expressions, or empty
     * @param outcome SQL of the condition that decides a row, with three outcomes, or empty when every row is kept
     * @param why SQL of the reason, where the outcome is unknown
     */
    public record Select(String from, String groupBy, String outcome, String why) implements Body {

        /** Keeps every row. */
        public static Select all(String from) {
            return new Select(from, "", "", "");
        }

        /** The same rows of something else. */
        public Select of(String other) {
            return new Select(other, groupBy, outcome, why);
        }
    }

    /** The rows of several relations, one after the other; a field that an arm lacks is null there. */
    public record Union(List<String> arms) implements Body {}

    /**
     * Computed in Java between two statements, from the kept rows of the main relation.
     */
    public record JavaStage(Work work) implements Body {}

    /** What a Java stage does. */
    public sealed interface Work permits Linking {}

    /**
     * Finds which nodes hang together.
     *
     * @param node field that names the node of a row
     * @param by fields whose equal values link nodes
     * @param hub SQL of the number of nodes beyond which a shared value links nobody
     * @param component field for the least node of the component, or empty
     * @param size field for the number of its nodes, or empty
     */
    public record Linking(String node, List<String> by, String hub, String component, String size) implements Work {}

    /** No rows, because data are missing. */
    public record Nothing() implements Body {}
}
