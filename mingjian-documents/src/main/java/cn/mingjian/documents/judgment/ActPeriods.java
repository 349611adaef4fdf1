package cn.mingjian.documents.judgment;

import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.part.Stretch;
import cn.mingjian.documents.part.Stretches;
import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.Sentences;
import cn.mingjian.documents.text.Span;
import cn.mingjian.documents.value.DayText;
import cn.mingjian.documents.value.PeriodText;
import cn.mingjian.documents.wording.Finding;
import cn.mingjian.documents.wording.Wording;
import cn.mingjian.model.Words;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a defendant did what the court found; what the prosecution told counts only for a defendant of whom the court tells
 * no time. A time is that of an act where a deed is told behind it, before the next time and before the telling turns to
 * what came after (arrest, opinion, judgment). Each time once. Patterns of the template say which words these are.
 */
final class ActPeriods {

    static final String ELEMENT = "act_period";

    private static final double CONFIDENCE = 0.9;
    private static final List<String> PARTS = List.of("findings", "accusation");
    /** How far behind its time a deed is looked for, in characters. */
    private static final int FAR = 400;

    private static final int BEFORE = 40;
    private static final int BEHIND = 90;
    /** No honest document comes near it. */
    private static final int MOST_TIMES = 1_000;

    /** So many times before one tell its year and month. */
    private static final int LAST_TIMES = 50;

    private final Wording time;
    private final Wording birth;
    private final Wording noActBefore;
    private final Wording noActBehind;
    private final Wording sameDeed;
    private final Wording deed;
    private final Wording over;
    private final Wording ends;

    ActPeriods(Template template) {
        this.time = template.pattern("act-time");
        this.birth = template.pattern("birth-behind");
        this.noActBefore = template.pattern("no-act-before");
        this.noActBehind = template.pattern("no-act-behind");
        this.sameDeed = template.pattern("same-deed");
        this.deed = template.pattern("deed");
        this.over = template.pattern("deed-over");
        this.ends = template.pattern("narrative-ends");
    }

    List<Element> of(String text, Stretches stretches, Subjects subjects) {
        List<Element> told = new ArrayList<>();
        Set<List<Object>> values = new HashSet<>();
        for (String part : PARTS) {
            Set<Integer> have = told.stream().map(Element::defendant).collect(Collectors.toSet());
            for (Stretch stretch : stretches.named(part)) {
                for (Element element : in(text, stretch, subjects)) {
                    if (!have.contains(element.defendant())
                            && values.add(List.of(element.defendant(), element.value()))) {
                        told.add(element);
                    }
                }
            }
        }
        return told;
    }

    private List<Element> in(String text, Stretch stretch, Subjects subjects) {
        Finding end = ends.in(text, stretch.span());
        Span narrative = end.find() ? new Span(stretch.span().start(), end.start()) : stretch.span();
        List<Span> times = times(text, narrative);
        List<Element> elements = new ArrayList<>();
        for (int i = times.size() - 1, next = narrative.end(); i >= 0; i--) {
            Span words = times.get(i);
            boolean together = i + 1 < times.size()
                    && sameDeed.in(text.substring(words.end(), times.get(i + 1).start()))
                            .find();
            if (!together) {
                next = i + 1 < times.size() ? times.get(i + 1).start() : narrative.end();
            }
            Span scope = new Span(words.end(), Math.min(next, words.end() + FAR));
            if (isOfAnAct(text, narrative, words, scope)) {
                for (int owner : owners(text, stretch, words, scope, subjects)) {
                    elements.add(0, element(text, times.subList(0, i + 1), owner));
                }
            }
        }
        return elements;
    }

    /** The times of a narrative, but for days of birth, which stand in brackets within what is told. */
    private List<Span> times(String text, Span narrative) {
        List<Span> times = new ArrayList<>();
        Finding finding = time.in(text, narrative);
        while (times.size() < MOST_TIMES && finding.find()) {
            if (!birth.in(behind(text, finding.end())).find()) {
                times.add(new Span(finding.start(), finding.end()));
            }
        }
        return times;
    }

    private static String behind(String text, int from) {
        return text.substring(from, Math.min(text.length(), from + BEHIND));
    }

    private boolean isOfAnAct(String text, Span narrative, Span words, Span scope) {
        int from = Math.max(narrative.start(), words.start() - BEFORE);
        if (noActBefore.in(text.substring(from, words.start())).find()
                || noActBehind.in(behind(text, words.end())).find()) {
            return false;
        }
        Finding done = deed.in(text, scope);
        if (!done.find()) {
            return false;
        }
        Finding after = over.in(text, scope);
        return !after.find() || done.start() < after.start();
    }

    /** Who is named before the time in its clause, else who is named behind it. */
    private static List<Integer> owners(String text, Stretch stretch, Span words, Span scope, Subjects subjects) {
        int sentence = Math.max(
                Sentences.at(text, words.start()).start(), stretch.span().start());
        int clause = Math.max(sentence, text.lastIndexOf('；', words.start()) + 1);
        return Stream.of(new Span(clause, words.start()), scope)
                .map(subjects::named)
                .filter(owners -> !owners.isEmpty())
                .findFirst()
                .orElseGet(() -> subjects.of(stretch, words));
    }

    /** The last of some times, read by those before it. A year alone is too wide to say which law held, so it is unsure. */
    private Element element(String text, List<Span> times, int owner) {
        Span words = times.get(times.size() - 1);
        Optional<JsonNode> value = PeriodText.parse(text.substring(words.start(), words.end()))
                .or(() -> byThoseBefore(text, times).map(day -> new PeriodText(day, Optional.of(day))))
                .map(PeriodText::json);
        Element element = Element.found(ELEMENT, owner, value.orElse(NullNode.getInstance()), words, CONFIDENCE);
        return value.isPresent() ? element : element.unsure(Words.ofMessage("documents.not-read"));
    }

    /** The day of 次日, 同年2月1日: other days, of birth for one, stand between and are passed over. */
    private static Optional<LocalDate> byThoseBefore(String text, List<Span> times) {
        StringBuilder told = new StringBuilder();
        int start = 0;
        for (Span time : times.subList(Math.max(0, times.size() - LAST_TIMES), times.size())) {
            start = told.length();
            told.append(text, time.start(), time.end()).append('，');
        }
        return DayText.at(told.toString(), 0, new Span(start, told.length() - 1));
    }
}
