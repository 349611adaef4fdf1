package cn.mingjian.documents.facts;

import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.Span;
import cn.mingjian.documents.wording.Wording;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the names of persons; a name found once is found wherever it stands. */
final class Names {

    private static final int LONGEST = 18;
    private static final int WIDEST_GAP = 60;
    /** More names than any case has are not looked for again, so that a hostile text costs no more. */
    private static final int MOST = 400;

    private static final String OPENING = "“\"";
    private static final String QUOTES = "“”\"";

    private final MaskedNames masked;
    private final WholeNames whole;
    private final Characters surname;
    private final Wording joined;
    private final Wording titledNickname;
    private final Wording joinedNickname;
    private final Wording nickname;

    Names(Template template) {
        masked = new MaskedNames(template);
        whole = new WholeNames(template);
        surname = Characters.of(template.pattern("surname"));
        joined = template.pattern("joined");
        titledNickname = template.pattern("nickname-titled");
        joinedNickname = template.pattern("nickname-joined");
        nickname = template.pattern("nickname-here");
    }

    /** The names of a text in their order. */
    List<Name> find(String text, Titles.Places places) {
        List<Name> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            Optional<Name> name = at(text, at, places, found);
            name.ifPresent(found::add);
            at = name.map(one -> one.outer().end()).orElse(at + 1);
        }
        addAgain(text, found);
        found.sort(Comparator.comparingInt(name -> name.span().start()));
        return found;
    }

    private Optional<Name> at(String text, int at, Titles.Places places, List<Name> found) {
        if (Characters.oneOf(OPENING, text, at)) {
            return nickname(text, at, places, found);
        }
        int end = masked.end(text, at, places);
        boolean behindDot = Characters.oneOf("·", text, at - 1);
        boolean nameable = surname.at(text, at) || Characters.oneOf("阿老小", text, at);
        if (end < 0 && nameable && !behindDot) {
            boolean announced =
                    places.before(at).filter(Titles.Title::announcesName).isPresent();
            boolean expected = announced && !Characters.oneOf("的在于", text, at) || goesOn(text, at, found);
            end = expected ? whole.end(text, at) : whole.endByContext(text, at);
        }
        return end > at ? Optional.of(Name.of(at, end)) : Optional.empty();
    }

    private Optional<Name> nickname(String text, int at, Titles.Places places, List<Name> found) {
        Optional<Span> match = Optional.empty();
        if (places.before(at).filter(Titles.Title::announcesName).isPresent()) {
            match = Near.match(titledNickname, text, at, LONGEST);
        }
        if (match.isEmpty() && goesOn(text, at, found)) {
            match = Near.match(joinedNickname, text, at, LONGEST);
        }
        return match.or(() -> Near.match(nickname, text, at, LONGEST))
                .map(inner -> Name.quoted(inner.start() - 1, inner.end() + 1));
    }

    /** Whether a row of names goes on at a place. */
    private boolean goesOn(String text, int at, List<Name> found) {
        if (found.isEmpty()) {
            return false;
        }
        int last = found.get(found.size() - 1).outer().end();
        return at - last <= WIDEST_GAP && joined.in(text.substring(last, at)).find();
    }

    private static void addAgain(String text, List<Name> found) {
        Set<String> words = new LinkedHashSet<>();
        BitSet taken = new BitSet();
        for (Name name : found) {
            taken.set(name.outer().start(), name.outer().end());
            if (name.span().end() - name.span().start() >= 2 && words.size() < MOST) {
                words.add(name.words(text));
            }
        }
        words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(name -> addAgain(text, name, taken, found));
    }

    private static void addAgain(String text, String name, BitSet taken, List<Name> found) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
            int end = at + name.length();
            int next = taken.nextSetBit(at);
            if (next < 0 || next >= end) {
                boolean quoted = Characters.oneOf(QUOTES, text, at - 1) && Characters.oneOf(QUOTES, text, end);
                found.add(quoted ? Name.quoted(at - 1, end + 1) : Name.of(at, end));
                taken.set(at, end);
            }
        }
    }
}
