package cn.mingjian.documents.facts;

import cn.mingjian.documents.facts.Ledger.Part;
import cn.mingjian.documents.facts.Sum.Kind;
import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.Span;
import cn.mingjian.documents.wording.Finding;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Works out the amount of the offence: the total that the text states for the whole, else the sum of its parts. Read is
 * what the court found, where it tells that with figures, else all. Not counted are evidence, earlier convictions, what
 * was seized, given back or paid in compensation, and proceeds; proceeds stand in for goods that have no value told
 * (盗窃解释 article 4 measures theft by value, and by proceeds where these are higher or alone known).
 */
final class OffenceTotal {

    private static final int BEFORE = 24;
    private static final int CLOSE = 14;
    private static final int SUMMARY = 60;
    private static final int SENTENCE = 400;
    private static final int FACTS = 400;
    private static final int AFTER = 14;
    private static final int NEXT = 12;
    private static final String ENDS = "。；\n";

    private final Template template;

    OffenceTotal(Template template) {
        this.template = template;
    }

    /** The amount, if the text names any. */
    Optional<Total> of(String text, List<Sum> sums) {
        return new Reading(text, sums).total();
    }

    /** One text. */
    private final class Reading {
        private final String text;
        private final List<Sum> sums;
        private final Ledger ledger = new Ledger();
        private final BitSet numbered = new BitSet();
        private int item;
        private boolean evidence;

        Reading(String text, List<Sum> sums) {
            this.text = text;
            this.sums = sums;
        }

        Optional<Total> total() {
            int next = 0;
            int start = factsBegin();
            while (next < sums.size() && sums.get(next).span().start() < start) {
                next++;
            }
            while (start < text.length()) {
                int end = sentenceEnd(start);
                int first = next;
                while (next < sums.size() && sums.get(next).span().start() < end) {
                    next++;
                }
                read(new Span(start, end), sums.subList(first, next));
                start = end;
            }
            return ledger.total(numbered::get);
        }

        /** Where what the court found begins, if it tells that with figures. */
        private int factsBegin() {
            Finding found = template.pattern("found-facts").in(text);
            while (found.find()) {
                boolean own = !Near.after(template.pattern("no-findings"), text, found.end(), BEFORE);
                if (own) {
                    boolean told = text.indexOf('元', found.end()) >= 0
                            && Near.after(template.pattern("offence-soon"), text, found.end(), FACTS)
                            && !Near.after(template.pattern("same-as-accused"), text, found.end(), SUMMARY);
                    return told ? found.start() : 0;
                }
            }
            return 0;
        }

        private int sentenceEnd(int start) {
            int end = start;
            while (end < text.length() && ENDS.indexOf(text.charAt(end)) < 0) {
                end++;
            }
            return Math.min(text.length(), end + 1);
        }

        private void read(Span sentence, List<Sum> told) {
            String words = text.substring(sentence.start(), Math.min(sentence.end(), sentence.start() + SENTENCE));
            boolean newLine = sentence.start() > 0 && text.charAt(sentence.start() - 1) == '\n';
            item += newLine || found("new-item", words) ? 1 : 0;
            if (found("item", words)) {
                numbered.set(item);
            }
            evidence |= found("evidence-begins", words);
            if (evidence && found("evidence", words)) {
                evidence = false;
                return;
            }
            boolean afterwards = found("aftermath", words) && !found("offence-valued", words);
            boolean history = found("history", words) && !found("offence-told", words);
            if (!afterwards && !history) {
                told.forEach(sum -> sum.yuan().ifPresent(yuan -> count(sentence, sum, yuan)));
            }
        }

        private void count(Span sentence, Sum sum, BigDecimal yuan) {
            String before = text.substring(
                    Math.max(sentence.start(), sum.span().start() - BEFORE),
                    sum.span().start());
            Part part = new Part(yuan, sum.span(), item, sentence.start(), false);
            int told = Math.max(sentence.start(), sum.span().start() - SENTENCE);
            if (Near.within(
                    template.pattern("sentence-asked"), text, told, sum.span().start())) {
                return;
            }
            if (sum.kind() == Kind.PROCEEDS && !found("proceeds-total", before)) {
                countProceeds(sum, part);
            } else if (!found("not-of-offence", before)
                    && !Near.after(
                            template.pattern("not-of-offence-after"),
                            text,
                            sum.span().end(),
                            AFTER)) {
                countOffence(sentence, part, before);
            }
        }

        private void countProceeds(Sum sum, Part part) {
            int start = sum.span().start();
            boolean sold = Near.within(
                    template.pattern("proceeds-told"),
                    text,
                    Math.max(0, start - CLOSE),
                    Math.min(text.length(), sum.span().end() + CLOSE));
            boolean shared = Near.within(
                    template.pattern("proceeds-shared"),
                    text,
                    Math.max(0, start - CLOSE),
                    sum.span().end());
            if (sold && !shared) {
                ledger.addProceeds(part);
            }
        }

        private void countOffence(Span sentence, Part part, String before) {
            if (found("taken-as", before)) {
                ledger.replaceLast(part);
            } else if (found("total", before)) {
                countTotal(sentence, part);
            } else if (!ledger.isTold(part.yuan(), found("again", before))) {
                ledger.add(part);
            }
        }

        private void countTotal(Span sentence, Part part) {
            int start = Math.max(sentence.start(), part.span().start() - SENTENCE);
            String told = text.substring(start, part.span().start());
            String close = told.substring(Math.max(0, told.length() - SUMMARY));
            boolean inDetail = Near.after(template.pattern("in-detail-next"), text, sentence.end(), NEXT);
            int count = ledger.partsOf(part, found("whole", told));
            if (count > 0 && !found("whole-above-parts", close)) {
                ledger.subtotal(part, count);
            } else if (numbered.isEmpty() && found("times-told", close) && !found("whole-surely", told) && !inDetail) {
                ledger.add(new Part(part.yuan(), part.span(), part.item(), part.sentence(), true));
            } else if (found("whole-surely", close) || !numbered.get(item) && (found("whole", told) || inDetail)) {
                ledger.addTotal(part);
            } else {
                ledger.sentenceTotal(part);
            }
        }

        private boolean found(String pattern, String words) {
            return template.pattern(pattern).in(words).find();
        }
    }
}
