package cn.mingjian.compiler.rule;

import cn.mingjian.model.Words;

/**
 * An innocent explanation that is decided by data.
 *
 * @param state SQL over a hit: true when it applies, null when that cannot be decided
 * @param lateral SQL joins that {@code state} reads, or empty
 * @param drops whether it drops the hit; else it bounds the grade
 * @param best best grade left when it applies and does not drop
 * @param undecided best grade left while it cannot be decided
 * @param missing contracts whose absence makes it undecided, as words, or empty
 */
public record Exclusion(
        String id,
        Words title,
        String state,
        String lateral,
        boolean drops,
        String best,
        String undecided,
        String missing,
        String from) {}
