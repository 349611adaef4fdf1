package cn.mingjian.documents.element;

import cn.mingjian.documents.part.Stretch;
import cn.mingjian.documents.part.Stretches;
import cn.mingjian.documents.template.Acceptance;
import cn.mingjian.documents.template.ElementRule;
import cn.mingjian.documents.template.ElementRule.Negation;
import cn.mingjian.documents.template.ElementRule.Scope;
import cn.mingjian.documents.template.ElementRule.Times;
import cn.mingjian.documents.template.Kind;
import cn.mingjian.documents.template.Search;
import cn.mingjian.documents.text.Sentences;
import cn.mingjian.documents.text.Span;
import cn.mingjian.documents.wording.Finding;
import cn.mingjian.model.Words;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the elements of a template by its patterns, in the stretches of one document. */
public final class Finder {

    private static final List<Integer> DOCUMENT = List.of(0);

    private final String text;
    private final Stretches stretches;
    private final Owners owners;
    private final Optional<Opinions> opinions;

    public Finder(String text, Stretches stretches, Owners owners, Optional<Acceptance> acceptance) {
        this.text = text;
        this.stretches = stretches;
        this.owners = owners;
        this.opinions = acceptance.map(Opinions::new);
    }

    /** The elements of one rule that the text says, by place. */
    public List<Element> find(ElementRule rule) {
        List<Element> found = new ArrayList<>();
        Set<Integer> have = new HashSet<>();
        boolean ended = false;
        for (String name : rule.in()) {
            for (Stretch stretch : stretches.named(name)) {
                List<Match> matches = matches(rule, stretch);
                ended |= matches.size() == Element.MOST_OF_A_RULE;
                for (Match match : matches) {
                    for (int owner : owners(rule, stretch, match.words())) {
                        if (have.add(owner) || rule.times() != Times.ONCE) {
                            found.addAll(elements(rule, owner, stretch, match));
                        }
                    }
                }
            }
            if (rule.times() == Times.ONCE && !have.isEmpty() && rule.scope() == Scope.DOCUMENT) {
                break;
            }
        }
        List<Element> kept =
                switch (rule.times()) {
                    case ONCE, EVERY -> found;
                    case DISTINCT -> distinct(found);
                    case ALONE -> alone(found);
                };
        List<Element> given = rule.absorbs().isEmpty() ? kept : withoutAbsorbed(rule, kept);
        return ended && rule.times() != Times.ONCE ? lastTold(given) : given;
    }

    private static List<Element> lastTold(List<Element> given) {
        List<Element> told = new ArrayList<>(given);
        if (!told.isEmpty()) {
            told.add(told.remove(told.size() - 1).lastGiven());
        }
        return told;
    }

    /** Where a search has found something: the whole match, and the words of the element in it. */
    private record Match(Span whole, Span words, Search search) {
        Optional<String> code() {
            return search.code();
        }
    }

    /** By place; of an element that stands once by the order of its patterns first, so that the surest comes first. */
    private List<Match> matches(ElementRule rule, Stretch stretch) {
        List<Match> kept = new ArrayList<>();
        for (Search search : rule.searches()) {
            if (rule.times() == Times.ALONE && !kept.isEmpty()) {
                break;
            }
            Finding finding = search.pattern().in(text, stretch.span());
            int at = stretch.span().start();
            while (at <= stretch.span().end() && kept.size() < Element.MOST_OF_A_RULE && finding.find(at)) {
                int group = Search.wordsGroup(finding);
                Match match = new Match(
                        new Span(finding.start(), finding.end()),
                        new Span(finding.start(group), finding.end(group)),
                        search);
                at = Math.max(match.words().end(), at + 1);
                boolean groups = finding.groupCount() > 0;
                if (!match.words().isEmpty()
                        && !(groups && group == 0)
                        && free(kept, match)
                        && holds(rule, stretch, match)) {
                    kept.add(match);
                }
            }
        }
        if (rule.times() != Times.ONCE) {
            kept.sort(Comparator.comparingInt(match -> match.words().start()));
        }
        return kept;
    }

    /** Whether no earlier search has found these words; codes of their own may share words. */
    private static boolean free(List<Match> kept, Match match) {
        return kept.stream().filter(other -> other.code().equals(match.code())).noneMatch(other -> other.whole()
                .overlaps(match.words()));
    }

    private boolean holds(ElementRule rule, Stretch stretch, Match match) {
        Span sentence = Sentences.at(text, match.words().start());
        int from = Math.max(sentence.start(), stretch.span().start());
        boolean negated = negated(rule.negated(), from, match.words())
                || negated(match.search().negated(), from, match.words());
        boolean without = rule.without()
                .filter(pattern -> pattern.in(text.substring(sentence.start(), sentence.end()))
                        .find())
                .isPresent();
        return !negated
                && !without
                && !(rule.kind() == Kind.CODE && inTitle(sentence, match.words()))
                && (!rule.weighed()
                        || opinions.filter(court -> court.taken(
                                        text, match.words(), stretch.span().end()))
                                .isPresent());
    }

    private boolean negated(Optional<Negation> negation, int from, Span words) {
        return negation.filter(one -> {
                    int start = Math.min(Math.max(from, words.start() - one.window()), words.start());
                    return one.words().in(text.substring(start, words.start())).find();
                })
                .isPresent();
    }

    /** The title of a law names a circumstance, but says nothing of the case. */
    private boolean inTitle(Span sentence, Span words) {
        int opened = text.lastIndexOf('《', words.start());
        return opened >= sentence.start() && text.lastIndexOf('》', words.start()) < opened;
    }

    private List<Integer> owners(ElementRule rule, Stretch stretch, Span found) {
        if (rule.scope() == Scope.DOCUMENT) {
            return DOCUMENT;
        }
        return stretch.defendants().isEmpty() ? owners.of(stretch, found) : stretch.defendants();
    }

    private List<Element> elements(ElementRule rule, int owner, Stretch stretch, Match match) {
        List<Element> elements = new ArrayList<>();
        for (Span words : Series.of(rule.kind(), text, match.words())) {
            Optional<JsonNode> value = Values.of(rule, text, stretch.span().start(), words, match.code());
            Element element =
                    Element.found(rule.id(), owner, value.orElse(NullNode.getInstance()), words, rule.confidence());
            if (value.isEmpty()) {
                element = element.unsure(Words.ofMessage("documents.not-read"));
            }
            elements.add(doubted(rule, element, words));
        }
        return elements;
    }

    private Element doubted(ElementRule rule, Element element, Span words) {
        Span sentence = Sentences.at(text, words.start());
        return rule.unsure()
                .filter(unsure -> unsure.pattern()
                        .in(text.substring(sentence.start(), sentence.end()))
                        .find())
                .map(unsure -> element.unsure(unsure.why()))
                .orElse(element);
    }

    /** Of each defendant the value that stands alone; where there are several, none of them is the one. */
    private static List<Element> alone(List<Element> found) {
        List<Element> alone = new ArrayList<>();
        for (Element element : distinct(found)) {
            boolean several = found.stream()
                    .anyMatch(other -> other.defendant() == element.defendant()
                            && !other.value().equals(element.value()));
            if (!several) {
                alone.add(element);
            }
        }
        return alone;
    }

    private static List<Element> withoutAbsorbed(ElementRule rule, List<Element> found) {
        Set<List<Object>> superfluous = new HashSet<>();
        for (Element element : found) {
            rule.absorbs()
                    .getOrDefault(element.value().asText(), List.of())
                    .forEach(code -> superfluous.add(List.of(element.defendant(), code)));
        }
        return found.stream()
                .filter(element -> !superfluous.contains(
                        List.<Object>of(element.defendant(), element.value().asText())))
                .toList();
    }

    /** Of several finds that say the same of the same defendant the first. */
    private static List<Element> distinct(List<Element> found) {
        Set<List<Object>> seen = new HashSet<>();
        List<Element> first = new ArrayList<>();
        for (Element element : found) {
            if (seen.add(List.of(element.defendant(), element.value()))) {
                first.add(element);
            }
        }
        return first;
    }
}
