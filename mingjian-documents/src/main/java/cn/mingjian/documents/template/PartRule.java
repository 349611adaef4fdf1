package cn.mingjian.documents.template;

import cn.mingjian.documents.wording.Wording;
import cn.mingjian.model.Words;
import java.util.List;

/**
 * How a part of a kind of document begins: at the first pattern of the list that is found behind the beginning of the
 * part before it, at its first group where it has one. A part of which no pattern is found is not there.
 *
 * @param anchor looked for before all others, which then lie on its sides: for parts that cannot be mistaken
 * @param last the last place counts, not the first
 */
public record PartRule(String id, Words title, List<Wording> begins, boolean anchor, boolean last) {}
