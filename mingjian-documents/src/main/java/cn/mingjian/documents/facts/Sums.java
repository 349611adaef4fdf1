package cn.mingjian.documents.facts;

import cn.mingjian.documents.facts.Sum.Kind;
import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.Span;
import cn.mingjian.documents.value.MoneyText;
import cn.mingjian.documents.wording.Finding;
import cn.mingjian.documents.wording.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds sums of money and says by the words around what each is. The first answer that holds counts. */
final class Sums {

    private static final int BEFORE = 22;
    private static final int CLOSE = 12;
    private static final int CLOSER = 8;
    private static final int AFTER = 24;
    /** A row of what was seized or paid is no longer. */
    private static final int ROW = 60;

    private final Template template;

    Sums(Template template) {
        this.template = template;
    }

    private Wording pattern(String name) {
        return template.pattern(name);
    }

    /** The sums of a text in their order. */
    List<Sum> find(String text) {
        List<Sum> sums = new ArrayList<>();
        Finding finding = pattern("money").in(text);
        while (finding.find()) {
            Words words = new Words(text, finding.start(1), finding.end(1));
            if (!words.isPart()) {
                Optional<Sum> last = sums.isEmpty() ? Optional.empty() : Optional.of(sums.get(sums.size() - 1));
                sums.add(new Sum(new Span(words.start, words.end), words.kind(last), yuan(finding.group(2))));
            }
        }
        addCash(text, sums);
        sums.sort(Comparator.comparingInt(sum -> sum.span().start()));
        return sums;
    }

    private static Optional<BigDecimal> yuan(String figure) {
        return MoneyText.yuan(figure.replace("块钱", "元"));
    }

    /** Cash of which no figure is told, behind the first word of a theft. */
    private void addCash(String text, List<Sum> sums) {
        Finding stealing = pattern("stealing").in(text);
        if (!stealing.find()) {
            return;
        }
        BitSet taken = new BitSet();
        sums.forEach(sum -> taken.set(sum.span().start(), sum.span().end()));
        Finding finding = pattern("cash").in(text);
        int at = 0;
        while (at <= text.length() && finding.find(at)) {
            Span span = new Span(finding.start(1), finding.end(1));
            int next = taken.nextSetBit(span.start());
            if (span.start() > stealing.start() && (next < 0 || next >= span.end())) {
                sums.add(new Sum(span, Kind.MONEY, Optional.empty()));
            }
            at = span.end();
        }
    }

    /** The words around one sum. */
    private final class Words {
        private final String text;
        private final int start;
        private final int end;
        private final String before;
        private final String clause;
        private final String nearest;

        Words(String text, int start, int end) {
            this.text = text;
            this.start = start;
            this.end = end;
            before = text.substring(Math.max(0, start - BEFORE), start);
            clause = before.substring(1 + Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')));
            nearest = clause.substring(1 + clause.lastIndexOf('，'));
        }

        /** Whether it is no sum of its own: the face of a coin, the price of one piece. */
        boolean isPart() {
            return follows("face-value") || pattern("for-one").in(before).find();
        }

        /** What is not called stolen, and was seized, paid or received, is no money that was taken. */
        Kind kind(Optional<Sum> last) {
            Kind kind = byWords(last);
            boolean other = kind == Kind.MONEY && !precedes("stolen-directly") && (isSeized() || isPaid());
            return other ? Kind.OTHER : kind;
        }

        /** What was seized and given back had been taken. */
        private boolean isSeized() {
            return Near.before(pattern("seized"), text, start, ROW)
                    && !Near.after(pattern("given-back-behind"), text, end, ROW);
        }

        private boolean isPaid() {
            return precedes("paid") || follows("paid-behind");
        }

        private Kind byWords(Optional<Sum> last) {
            if (precedes("stolen-directly") && !follows("sold") && !follows("bought")) {
                return Kind.MONEY;
            }
            if (follows("bought")) {
                return Kind.GOODS_VALUE;
            }
            if (follows("sold")) {
                return Kind.PROCEEDS;
            }
            boolean held = precedes("held") && !precedes("worth-held");
            boolean cash = text.substring(start, end).contains("现金") && !precedes("not-stolen");
            if (held || cash) {
                return Kind.MONEY;
            }
            return byClause(last);
        }

        private Kind byClause(Optional<Sum> last) {
            boolean counted = pattern("counted").in(nearest).find();
            if (counted && !pattern("stolen-just").in(tail(nearest, 6)).find()) {
                return Kind.GOODS_VALUE;
            }
            if (precedes("in-all-money")) {
                return Kind.MONEY;
            }
            Wording worth = pattern("worth");
            if (worth.in(nearest).find() || worth.in(tail(before, CLOSER)).find()) {
                return precedes("gained") ? Kind.PROCEEDS : Kind.GOODS_VALUE;
            }
            return isProceeds(last) ? Kind.PROCEEDS : rest(last);
        }

        private boolean isProceeds(Optional<Sum> last) {
            Wording proceeds = pattern("proceeds");
            boolean lastToo = last.filter(sum -> sum.kind() == Kind.PROCEEDS).isPresent();
            return proceeds.in(nearest).find()
                    || pattern("shared").in(tail(clause, 20)).find()
                    || lastToo && proceeds.in(tail(clause, CLOSE)).find()
                    || lastToo && behind(last, "next-proceeds")
                    || precedes("price-before") && (follows("price-row") || before.endsWith("分别以"));
        }

        private Kind rest(Optional<Sum> last) {
            boolean values = last.filter(sum -> sum.kind() == Kind.GOODS_VALUE).isPresent();
            return values && behind(last, "next-worth") ? Kind.GOODS_VALUE : Kind.MONEY;
        }

        /** Whether the words between the sum before and this one are those of a row. */
        private boolean behind(Optional<Sum> last, String name) {
            return last.filter(sum -> start - sum.span().end() < BEFORE)
                    .filter(sum -> Near.within(pattern(name), text, sum.span().end(), start))
                    .isPresent();
        }

        private boolean precedes(String name) {
            return pattern(name).in(before).find();
        }

        private boolean follows(String name) {
            return Near.after(pattern(name), text, end, AFTER);
        }
    }

    private static String tail(String words, int length) {
        return words.substring(Math.max(0, words.length() - length));
    }
}
