package cn.mingjian.compiler.rule;

import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Lack;
import java.util.Set;

/**
 * An innocent explanation that is decided by data.
 *
 * @param state SQL over a hit: true when it applies, null when that cannot be decided
 * @param lateral SQL joins that {@code state} reads, or empty
 * @param drops whether it drops the hit; else it bounds the grade
 * @param best best grade left when it applies and does not drop
 * @param undecided best grade left while it cannot be decided
 * @param missing data whose absence makes it undecided
 */
public record Exclusion(
        String id,
        Words title,
        String state,
        String lateral,
        boolean drops,
        String best,
        String undecided,
        Set<Lack> missing,
        String from) {}
