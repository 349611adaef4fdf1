package cn.mingjian.compiler.rule;

import java.util.List;

/** The keys that rules, signals and exclusions may have. */
final class RuleKeys {

    static final List<String> RULE = List.of(
            "code",
            "title",
            "from",
            "where",
            "key",
            "law_date",
            "in_force",
            "place",
            "subject",
            "protected",
            "facts",
            "labels",
            "running",
            "amount",
            "grade",
            "amplifiers",
            "exclusions",
            "supervised",
            "law",
            "measures",
            "sources",
            "ground",
            "to_establish",
            "ask",
            "time_limit",
            "urgency",
            "reopen",
            "replaces",
            "max_clues",
            "note");
    static final List<String> SIGNAL =
            List.of("code", "title", "from", "where", "key", "facts", "labels", "sources", "note");
    static final List<String> EXCLUSION =
            List.of("title", "in", "as", "on", "where", "covers", "over", "until", "when", "then", "unknown", "note");
    static final List<String> GRADES = List.of("A", "B", "C");

    private RuleKeys() {}
}
