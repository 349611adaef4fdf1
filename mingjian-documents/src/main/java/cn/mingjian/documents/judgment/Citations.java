package cn.mingjian.documents.judgment;

import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.Span;
import cn.mingjian.documents.value.Numerals;
import cn.mingjian.documents.wording.Finding;
import cn.mingjian.documents.wording.Wording;
import cn.mingjian.model.Words;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The articles on which a judgment rests: those of the clause before 判决如下, from 依照, 依据, 根据 or 按照 on. One element
 * a paragraph: {@code 第七十二条第一款、第三款} are two, the second with the words {@code 第三款}.
 */
final class Citations {

    static final String ELEMENT = "cited_article";

    private static final int MOST_ARTICLES = 2_000;
    private static final int MOST_PARAGRAPHS = 100;
    private static final int LONGEST_CLAUSE = 5_000;
    private static final double CONFIDENCE = 0.99;
    private static final String NUMBER = "[0-9一二三四五六七八九十百千零〇]+";
    private static final Wording SENTENCE_END = Wording.of("[。\n]");
    /** Groups: 1 title in 《》, 2 title without, 3 article, 4 its 条 or nothing, 5 inserted, 6 paragraph, 7 its 款, 8 item. */
    private static final Wording TOKEN = Wording.of("《([^《》]*(?:《[^《》]*》[^《》]*)*)》"
            + "|((?:中华人民共和国)?(?:刑法|刑事诉讼法|人民陪审员法|社区矫正法))(?:第|的)"
            + "|第?(" + NUMBER + ")(条)(?:之(" + NUMBER + "))?"
            + "|第?(" + NUMBER + ")(款)"
            + "|第?（?(" + NUMBER + ")）?项");

    private final Wording cites;
    private final Wording issuer;

    Citations(Template template) {
        this.cites = template.pattern("cites");
        this.issuer = template.pattern("issuer");
    }

    /** The articles of the clause of {@link #clause}. */
    List<Element> of(String text, Span clause) {
        return articles(text, clause);
    }

    /**
     * What an appeal court tells of the articles that the court below cited: a basis only of what it upholds, and so
     * unsure.
     *
     * @param reasoning where the appeal court's own reasoning begins
     */
    List<Element> below(String text, int reasoning) {
        List<Element> elements = new ArrayList<>();
        Finding finding = cites.in(text, new Span(0, reasoning));
        int at = 0;
        while (at < reasoning && finding.find(at)) {
            int end = text.indexOf("规定", finding.start());
            boolean near = end >= 0 && end < Math.min(reasoning, finding.start() + LONGEST_CLAUSE);
            at = near ? end : finding.end();
            if (near) {
                articles(text, new Span(finding.start(), end))
                        .forEach(one -> elements.add(one.unsure(Words.ofMessage("documents.cited-below"))));
            }
        }
        return elements;
    }

    /**
     * The last clause that cites: the sentence before 判决如下, or the one before it where that one cites nothing.
     *
     * @param reasoning where the court's reasoning begins
     * @param operative where the operative part begins
     */
    Optional<Span> clause(String text, int reasoning, int operative) {
        int from = Math.max(reasoning, operative - LONGEST_CLAUSE);
        int end = operative;
        while (end > from) {
            int start = from;
            Finding sentence = SENTENCE_END.in(text, new Span(from, end - 1));
            int at = from;
            while (at < end - 1 && sentence.find(at)) {
                start = sentence.end();
                at = sentence.end();
            }
            Finding finding = cites.in(text, new Span(start, operative));
            if (finding.find() && finding.start() < end) {
                return Optional.of(new Span(finding.start(), operative));
            }
            end = start;
        }
        return Optional.empty();
    }

    private List<Element> articles(String text, Span clause) {
        Reading reading = new Reading(text, clause);
        Finding token = TOKEN.in(text, clause);
        int at = clause.start();
        while (at < clause.end() && token.find(at)) {
            at = reading.take(token);
        }
        return reading.elements();
    }

    private String lawOf(String text, Span clause, int title, String written) {
        Finding finding = issuer.in(text.substring(clause.start(), title));
        String from = written.startsWith("关于") && finding.find() ? finding.group() : "";
        return from.replaceAll("[《》〈〉<>\\s]", "")
                + written.replaceAll("[《》〈〉<>\\s]", "").replaceFirst("^中华人民共和国", "");
    }

    /** The state of one pass over a clause: which law, which article, and the words since. */
    private final class Reading {
        private final String text;
        private final Span clause;
        private final List<Element> elements = new ArrayList<>();
        private String law = "";
        private String article = "";
        private Span words = new Span(0, 0);
        private boolean open;

        Reading(String text, Span clause) {
            this.text = text;
            this.clause = clause;
        }

        int take(Finding token) {
            int start = token.start();
            if (token.has(1)) {
                flush();
                law = lawOf(text, clause, start, token.group(1));
                article = "";
            } else if (token.has(2)) {
                flush();
                law = lawOf(text, clause, start, token.group(2));
                return token.end(2);
            } else if (token.has(4)) {
                flush();
                article(token);
            } else if (token.has(7)) {
                paragraph(token);
            }
            return token.end();
        }

        private void article(Finding token) {
            // 第五十二、五十三条 names two; the first stands without its 条.
            for (Span before : inRow(token.start(), token.start(3))) {
                add(number(before), Optional.empty(), before);
            }
            String inserted = token.has(5)
                    ? "-" + Numerals.whole(token.group(5), MOST_PARAGRAPHS).orElse(0)
                    : "";
            article = number(new Span(token.start(3), token.end(3))) + inserted;
            words = new Span(token.start(), token.end());
            open = true;
        }

        private void paragraph(Finding token) {
            Optional<Integer> number = Numerals.whole(token.group(6), MOST_PARAGRAPHS);
            if (article.isEmpty() || number.isEmpty()) {
                return;
            }
            List<Span> row = inRow(token.start(), token.start(6));
            int from = row.isEmpty() ? token.start() : row.get(0).start();
            boolean first = open && text.substring(words.end(), from).isBlank();
            if (open && !first) {
                flush();
            }
            Span article = words;
            for (Span before : row) {
                Optional<Integer> paragraph = Numerals.whole(
                        text.substring(before.start(), before.end()).replace("第", ""), MOST_PARAGRAPHS);
                add(this.article, paragraph, first ? new Span(article.start(), before.end()) : before);
                first = false;
            }
            add(
                    this.article,
                    number,
                    first ? new Span(article.start(), token.end()) : new Span(token.start(), token.end()));
            open = false;
        }

        /** The numbers before one in a row that ends in one 条 or 款: 第一、 before 三款. */
        private List<Span> inRow(int start, int number) {
            List<Span> row = new ArrayList<>();
            int at = start;
            while (start == number && at > clause.start() && "、，和".indexOf(text.charAt(at - 1)) >= 0) {
                int end = at - 1;
                int from = end;
                while (from > clause.start() && "0123456789一二三四五六七八九十百千零〇".indexOf(text.charAt(from - 1)) >= 0) {
                    from--;
                }
                boolean begins = from > clause.start() && text.charAt(from - 1) == '第';
                if (from == end) {
                    break;
                }
                row.add(0, new Span(begins ? from - 1 : from, end));
                at = from;
                if (begins) {
                    break;
                }
            }
            return row.isEmpty() || text.charAt(row.get(0).start()) != '第' ? List.of() : row;
        }

        private String number(Span digits) {
            String written = text.substring(digits.start(), digits.end()).replace("第", "");
            return Numerals.whole(written, MOST_ARTICLES).map(String::valueOf).orElse("");
        }

        private void flush() {
            if (open) {
                add(article, Optional.empty(), words);
            }
            open = false;
        }

        private void add(String number, Optional<Integer> paragraph, Span span) {
            if (number.isEmpty() || law.isEmpty()) {
                return;
            }
            ObjectNode value = JsonNodeFactory.instance.objectNode();
            value.put("law", law);
            value.put("article", number);
            paragraph.ifPresentOrElse(one -> value.put("paragraph", one), () -> value.putNull("paragraph"));
            elements.add(Element.found(ELEMENT, 0, value, span, CONFIDENCE));
        }

        List<Element> elements() {
            flush();
            return elements;
        }
    }
}
