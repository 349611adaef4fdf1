package cn.mingjian.documents.judgment;

import cn.mingjian.documents.part.Stretch;
import cn.mingjian.documents.part.Stretches;
import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.Span;
import cn.mingjian.documents.wording.Finding;
import cn.mingjian.documents.wording.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Cuts the operative part (判决如下) by defendant: a verdict runs from a name before 犯……罪 to the next verdict or item.
 * It gives the stretches {@code verdict} (all of it), {@code penalty} (what is to be executed: behind 决定执行 where it
 * stands) and {@code charge-penalty} (what came before that, charge by charge). Items without a verdict are {@code
 * order}s: of those named in them, else of everybody.
 */
final class Operative {

    private final Wording item;
    private final Wording verdict;
    private final Wording charged;
    private final Wording executed;
    private final Wording verdictOfOne;

    Operative(Template template) {
        this.item = template.pattern("item");
        this.verdict = template.pattern("verdict");
        this.charged = template.pattern("charged");
        this.executed = template.pattern("executed");
        this.verdictOfOne = template.pattern("verdict-of-one");
    }

    /** A verdict's stretch, its statements 犯……罪，判处…… and where what is executed begins, or -1. */
    private record Verdict(List<Integer> defendants, Span span, List<Integer> statements, int executed) {}

    void cut(String text, Span part, Subjects subjects, Stretches stretches) {
        List<Verdict> verdicts = new ArrayList<>();
        List<Span> orders = new ArrayList<>();
        Map<Integer, Subjects.Mention> starts = new HashMap<>();
        for (Subjects.Mention mention : subjects.in(part)) {
            if (verdict.in(text.substring(mention.span().end(), part.end())).begins()) {
                starts.put(mention.span().start(), mention);
            }
        }
        if (starts.isEmpty()) {
            subjects.only(text, part, verdictOfOne)
                    .ifPresent(mention -> starts.put(mention.span().start(), mention));
        }
        TreeSet<Integer> boundaries = new TreeSet<>(starts.keySet());
        boundaries.addAll(items(text, part));
        boundaries.add(part.start());
        for (int start : boundaries) {
            Integer next = boundaries.higher(start);
            Span span = new Span(start, next == null ? part.end() : next);
            Subjects.Mention mention = starts.get(start);
            if (mention == null) {
                orders.add(span);
            } else {
                verdicts.add(verdict(text, span, mention.defendants()));
            }
        }
        orders.forEach(order -> order(text, order, subjects, stretches, verdicts));
        add(verdicts, stretches);
    }

    private List<Integer> items(String text, Span part) {
        List<Integer> starts = new ArrayList<>();
        Finding finding = item.in(text, part);
        int at = part.start();
        while (at < part.end() && finding.find(at)) {
            starts.add(finding.start(1));
            at = finding.end(1);
        }
        return starts;
    }

    private Verdict verdict(String text, Span span, List<Integer> defendants) {
        Finding finding = charged.in(text, span);
        List<Integer> statements = new ArrayList<>();
        int at = span.start();
        while (at < span.end() && finding.find(at)) {
            statements.add(finding.start());
            at = finding.end();
        }
        return new Verdict(defendants, span, statements, executed(text, span));
    }

    private int executed(String text, Span span) {
        Finding finding = executed.in(text, span);
        int from = -1;
        int at = span.start();
        while (at < span.end() && finding.find(at)) {
            from = finding.end();
            at = finding.end();
        }
        return from;
    }

    /** An item without a verdict: 数罪并罚 may stand in one of its own. */
    private void order(String text, Span span, Subjects subjects, Stretches stretches, List<Verdict> verdicts) {
        Set<Integer> named = new TreeSet<>();
        subjects.in(span).forEach(mention -> named.addAll(mention.defendants()));
        int from = executed(text, span);
        if (from >= 0 && !named.isEmpty()) {
            verdicts.add(new Verdict(List.copyOf(named), span, List.of(), from));
        }
        List<Integer> whose = named.isEmpty() ? subjects.of(Stretch.of("order", span), span) : List.copyOf(named);
        stretches.add(new Stretch("order", span, named.isEmpty() ? everybody(subjects, span) : whose));
    }

    private static List<Integer> everybody(Subjects subjects, Span span) {
        return subjects.of(Stretch.of("order", new Span(span.end(), span.end())), span);
    }

    private static void add(List<Verdict> verdicts, Stretches stretches) {
        Set<Integer> combined = new HashSet<>();
        verdicts.stream().filter(one -> one.executed() >= 0).forEach(one -> combined.addAll(one.defendants()));
        Set<Integer> told = new HashSet<>();
        for (Verdict one : verdicts) {
            stretches.add(new Stretch("verdict", one.span(), one.defendants()));
            boolean several = one.executed() >= 0 || combined.containsAll(one.defendants());
            if (one.executed() >= 0) {
                stretches.add(new Stretch(
                        "penalty", new Span(one.executed(), one.span().end()), one.defendants()));
            } else if (!several && told.addAll(one.defendants())) {
                stretches.add(new Stretch("penalty", one.span(), one.defendants()));
            }
            if (several || one.statements().size() > 1) {
                int end = one.executed() >= 0 ? one.executed() : one.span().end();
                stretches.add(new Stretch("charge-penalty", new Span(one.span().start(), end), one.defendants()));
            }
        }
    }
}
