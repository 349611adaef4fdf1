package cn.mingjian.documents.part;

import cn.mingjian.documents.template.PartRule;
import cn.mingjian.documents.template.Search;
import cn.mingjian.documents.text.Span;
import cn.mingjian.documents.wording.Finding;
import cn.mingjian.documents.wording.Wording;
import java.util.List;
import java.util.OptionalInt;

/**
 * Cuts a document into its parts: anchors first, from the last to the first; then the others in their order, each behind
 * the beginning of the part before it and before the next anchor. The first part begins with the text.
 */
public final class PartFinder {

    private static final int NOWHERE = -1;

    private final List<PartRule> rules;

    public PartFinder(List<PartRule> rules) {
        this.rules = rules;
    }

    /** The parts of a text. */
    public Stretches parts(String text) {
        int[] begins = new int[rules.size()];
        int next = text.length();
        for (int i = begins.length - 1; i >= 0; i--) {
            PartRule rule = rules.get(i);
            begins[i] = rule.anchor() ? begin(rule, text, 0, next).orElse(NOWHERE) : NOWHERE;
            next = begins[i] == NOWHERE ? next : begins[i];
        }
        int before = 0;
        for (int i = 0; i < begins.length; i++) {
            PartRule rule = rules.get(i);
            if (i == 0 && rule.begins().isEmpty()) {
                begins[i] = 0;
            } else if (!rule.anchor()) {
                begins[i] = begin(rule, text, before, nextAnchor(begins, i, text.length()))
                        .orElse(NOWHERE);
            }
            before = Math.max(before, begins[i]);
        }
        return stretches(begins, text.length());
    }

    private int nextAnchor(int[] begins, int part, int end) {
        for (int i = part + 1; i < begins.length; i++) {
            if (rules.get(i).anchor() && begins[i] != NOWHERE) {
                return begins[i];
            }
        }
        return end;
    }

    private Stretches stretches(int[] begins, int length) {
        Stretches parts = new Stretches();
        for (int i = 0; i < begins.length; i++) {
            if (begins[i] == NOWHERE) {
                continue;
            }
            int end = length;
            for (int later = i + 1; later < begins.length; later++) {
                if (begins[later] != NOWHERE) {
                    end = begins[later];
                    break;
                }
            }
            parts.add(Stretch.of(rules.get(i).id(), new Span(begins[i], end)));
        }
        return parts;
    }

    private static OptionalInt begin(PartRule rule, String text, int from, int to) {
        for (Wording pattern : rule.begins()) {
            Finding finding = pattern.in(text, new Span(from, to));
            int found = NOWHERE;
            int at = from;
            while (at <= to && finding.find(at)) {
                found = finding.start(Search.wordsGroup(finding));
                if (!rule.last()) {
                    break;
                }
                at = Math.max(found + 1, at + 1);
            }
            if (found != NOWHERE) {
                return OptionalInt.of(found);
            }
        }
        return OptionalInt.empty();
    }
}
