package cn.mingjian.documents.judgment;

import cn.mingjian.documents.text.Span;
import java.util.Optional;

/**
 * A defendant in the order of the parties.
 *
 * @param number from 1
 * @param nameAt where the name stands first
 * @param told where the parties are told about this defendant; empty where the document has no such part
 * @param unit a company or another unit
 */
record Defendant(int number, String name, Span nameAt, Optional<Span> told, boolean unit) {}
