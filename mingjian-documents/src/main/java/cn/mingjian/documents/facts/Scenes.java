package cn.mingjian.documents.facts;

import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.Span;
import cn.mingjian.documents.wording.Finding;
import cn.mingjian.documents.wording.Wording;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Finds where an offence happened: the words behind 在, 窜至, 进入 and the like up to what was done there, when they name
 * a place; and the homes of persons (王某某家中). Where somebody was caught is no such place.
 */
final class Scenes {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 70;
    private static final int LONGEST_IN_ROW = 50;
    private static final int SENTENCE = 200;
    private static final int SOON = 30;
    /** The longest title before a name: 从吸毒人员赵某某处 is no place. */
    private static final int TITLE = 5;

    private static final String VICTIM = "被害人";

    private final Template template;
    private final Lexicon<Boolean> entering = new Lexicon<>();
    private final Wording ends;
    private final Wording word;

    Scenes(Template template) {
        this.template = template;
        entering.add(template.pattern("place-enters"), true);
        ends = template.pattern("place-ends");
        word = template.pattern("place-word");
    }

    /** The places of a text. */
    List<Span> find(String text, List<Name> names, List<Moment> moments) {
        BitSet times = new BitSet();
        moments.forEach(moment -> times.set(moment.span().start(), moment.span().end()));
        BitSet persons = new BitSet();
        names.stream()
                .filter(name -> Near.after(
                        template.pattern("person-at"), text, name.outer().end(), 2))
                .forEach(name -> persons.set(name.outer().start()));
        List<Span> places = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            Optional<Lexicon.Entry<Boolean>> enters = entering.at(text, at);
            int behind = at + enters.map(entry -> entry.word().length()).orElse(1);
            boolean told = enters.isPresent() && behind < text.length() && !times.get(at) && !times.get(behind);
            boolean parked = text.charAt(at) == '停';
            at = told ? Math.max(behind, entered(text, behind, parked, persons, places)) : behind;
        }
        addHomes(text, names, places);
        return places;
    }

    /** Adds the place that begins behind a word, and those in a row with it; answers where they end. */
    private int entered(String text, int behind, boolean parked, BitSet persons, List<Span> places) {
        int start = Characters.oneOf("到至在了", text, behind) ? behind + 1 : behind;
        start += text.startsWith(VICTIM, start) ? VICTIM.length() : 0;
        int end = end(text, start);
        String words = text.substring(start, end);
        int of = words.lastIndexOf('的');
        if (of >= 0 && !template.pattern("place-tail").in(words).find()) {
            end = start + of;
        }
        int person = persons.nextSetBit(start);
        boolean withPerson = person >= 0 && person < start + TITLE;
        if (withPerson || !isPlace(text, start, end, parked) || !isScene(text, start, end)) {
            return behind;
        }
        places.add(new Span(start, end));
        return row(text, end, places);
    }

    private int row(String text, int first, List<Span> places) {
        int end = first;
        while (Near.after(template.pattern("place-goes-on"), text, end, SOON)) {
            int start = text.indexOf('、', end) + 1;
            int next = end(text, start);
            boolean place = next - start < LONGEST_IN_ROW
                    && Near.within(word, text, start, next)
                    && !Near.within(template.pattern("not-in-row"), text, start, next);
            if (!place) {
                return end;
            }
            places.add(new Span(start, next));
            end = next;
        }
        return end;
    }

    /** Where a place ends that begins at a place of the text, at most a little behind the longest that counts. */
    private int end(String text, int start) {
        int limit = Math.min(text.length(), start + LONGEST + 1);
        String words = text.substring(Math.min(start, limit), limit);
        Finding finding = ends.in(words);
        int at = 0;
        while (at < words.length() && finding.find(at)) {
            if (words.startsWith(VICTIM, finding.start())) {
                at = finding.start() + VICTIM.length();
            } else {
                boolean inside =
                        finding.end() - finding.start() == 2 && finding.group().endsWith("的");
                return start + finding.start() + (inside ? 1 : 0);
            }
        }
        return limit;
    }

    private boolean isPlace(String text, int start, int end, boolean parked) {
        String words = text.substring(start, Math.max(start, end));
        return words.length() >= SHORTEST
                && words.length() < LONGEST
                && word.in(words).find()
                && !template.pattern("no-place").in(words).find()
                && !template.pattern("place-small").in(words).find()
                && (!parked || template.pattern("place-address").in(words).find());
    }

    private boolean isScene(String text, int start, int end) {
        String after = cut(text.substring(end, Math.min(text.length(), end + SENTENCE)));
        boolean caught = template.pattern("caught")
                .in(after.substring(0, Math.min(SOON, after.length())))
                .find();
        boolean offence = template.pattern("scene-act").in(after).find();
        String before = text.substring(Math.max(0, start - SOON), start);
        String clause = before.substring(1 + Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')));
        return (offence || !caught)
                && !template.pattern("police-before").in(clause).find();
    }

    private static String cut(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (words.charAt(i) == '。' || words.charAt(i) == '；') {
                return words.substring(0, i);
            }
        }
        return words;
    }

    private void addHomes(String text, List<Name> names, List<Span> places) {
        BitSet taken = new BitSet();
        places.forEach(place -> taken.set(place.start(), place.end()));
        for (Name name : names) {
            Near.match(template.pattern("home-after"), text, name.outer().end(), LONGEST_IN_ROW)
                    .filter(home -> !Near.after(template.pattern("not-home"), text, home.end(), 1))
                    .map(home -> new Span(name.outer().start(), home.end()))
                    .filter(home -> taken.get(home.start(), home.end()).isEmpty())
                    .ifPresent(places::add);
        }
    }
}
