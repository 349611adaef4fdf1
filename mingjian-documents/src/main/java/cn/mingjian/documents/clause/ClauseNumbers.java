package cn.mingjian.documents.clause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Where a contract stands in its numbering. A way to number that is new stands within the one before it; one that was used
 * before goes on. A number that does neither belongs to the words of a clause.
 */
final class ClauseNumbers {

    private final List<ClauseHead> open = new ArrayList<>();
    private final Map<String, Integer> used = new HashMap<>();

    /** How deep a head stands if it goes on with the numbering, from 0; empty where it is no head. */
    OptionalInt depth(ClauseHead head) {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).style() == head.style()) {
                boolean goesOn = head.style().isDotted()
                        || head.count() > open.get(i).count()
                        || (head.count() == 1 && head.style() != ClauseHead.Style.ARTICLE);
                return goesOn ? OptionalInt.of(i) : OptionalInt.empty();
            }
        }
        if (head.style() == ClauseHead.Style.ARTICLE || open.isEmpty()) {
            return OptionalInt.of(0);
        }
        boolean begins = head.style().isDotted() ? isWithin(head) : head.count() == 1;
        return begins ? OptionalInt.of(open.size()) : OptionalInt.empty();
    }

    private boolean isWithin(ClauseHead dotted) {
        return dotted.written().startsWith(open.get(0).written().split("\\.", 2)[0] + ".");
    }

    /** Begins to number anew: another annex, say. */
    void restart() {
        open.clear();
    }

    /** Goes on to a head at a depth and gives its number. */
    String next(ClauseHead head, int depth) {
        open.subList(depth, open.size()).clear();
        open.add(head);
        StringBuilder number = new StringBuilder();
        for (ClauseHead one : open) {
            if (one.style().isDotted()) {
                number.setLength(0);
            }
            number.append(number.isEmpty() ? "" : ".").append(one.written());
        }
        return number.toString();
    }

    /** The number, or with a count behind it where it was used before. */
    String unique(String number) {
        int times = used.merge(number, 1, Integer::sum);
        return times == 1 ? number : number + "-" + times;
    }
}
