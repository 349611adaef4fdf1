package cn.mingjian.documents.clause;

import cn.mingjian.documents.text.LegalText;
import cn.mingjian.documents.text.Span;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Cuts a contract into clauses: a clause begins where a line begins with a number that goes on with the numbering, and ends
 * before the next. Items behind a lead-in such as 有下列情形之一的： belong to the clause that leads in, because neither
 * means anything without the other.
 */
public final class ClauseFinder {

    private static final Pattern LEADS_IN =
            Pattern.compile("(下列|以下|如下)[^。；：]{0,12}(情形|情况|原因|事由|之一|条件|费用|责任)[^。；：]{0,40}：\\s*$");
    private static final int LEAD_IN_REACH = 80;
    private static final String BEFORE_THE_FIRST = "0";
    private static final int NONE = Integer.MAX_VALUE;

    private final LegalText text;
    private final List<Clause> clauses = new ArrayList<>();
    private final Map<ContractPart, ClauseNumbers> numbers = new EnumMap<>(ContractPart.class);
    private ContractPart part = ContractPart.MAIN;
    private String number = BEFORE_THE_FIRST;
    private int depth = -1;
    private int start;
    /** Depth of the clause whose items are being passed. */
    private int leadIn = NONE;

    private ClauseFinder(LegalText text) {
        this.text = text;
    }

    /** The clauses in the order of the text; a text without any number is one clause, 0. */
    public static List<Clause> clauses(LegalText text) {
        return new ClauseFinder(text).find();
    }

    private List<Clause> find() {
        String words = text.text();
        int at = 0;
        while (at < words.length()) {
            int end = words.indexOf('\n', at);
            end = end < 0 ? words.length() : end;
            line(at, end);
            at = end + 1;
        }
        close(words.length());
        return List.copyOf(clauses);
    }

    private void line(int from, int to) {
        int begin = from;
        while (begin < to && text.text().charAt(begin) == ' ') {
            begin++;
        }
        String line = text.text().substring(begin, to);
        Optional<ClauseHead> head = ClauseHead.of(line);
        OptionalInt level = head.map(one -> numbers().depth(one)).orElse(OptionalInt.empty());
        if (head.isPresent() && level.isPresent()) {
            clause(head.get(), level.getAsInt(), from, begin + head.get().end());
        } else if (head.isEmpty()) {
            ContractPart.begunBy(line).ifPresent(next -> part(next, from, to));
        }
    }

    private void clause(ClauseHead head, int level, int from, int behind) {
        if (level > leadIn || (level > depth && depth >= 0 && leadsIn(from))) {
            leadIn = Math.min(leadIn, depth);
            return;
        }
        close(from);
        number = numbers().next(head, level);
        depth = level;
        start = behind;
    }

    /** Whether the words of the clause so far end in a lead-in. */
    private boolean leadsIn(int end) {
        int from = Math.max(start, end - LEAD_IN_REACH);
        return LEADS_IN.matcher(text.text().substring(from, end)).find();
    }

    private void part(ContractPart next, int from, int to) {
        close(from);
        part = next;
        numbers().restart();
        number = BEFORE_THE_FIRST;
        depth = -1;
        start = to;
    }

    private void close(int end) {
        int from = start;
        int to = end;
        while (from < to && isBlank(from)) {
            from++;
        }
        while (to > from && isBlank(to - 1)) {
            to--;
        }
        if (from < to) {
            clauses.add(new Clause(part, numbers().unique(number), new Span(from, to)));
        }
        leadIn = NONE;
    }

    private boolean isBlank(int at) {
        char c = text.text().charAt(at);
        return c == ' ' || c == '\n';
    }

    private ClauseNumbers numbers() {
        return numbers.computeIfAbsent(part, first -> new ClauseNumbers());
    }
}
