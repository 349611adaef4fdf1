package cn.mingjian.documents.facts;

import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.Span;
import cn.mingjian.documents.wording.Wording;
import java.util.Optional;

/** Names written in full, where something before or behind says that a name stands there. */
final class WholeNames {

    private static final int LONGEST = 18;
    private static final int BEFORE = 4;
    /** Characters that follow names but are given names as often. */
    private static final String GIVEN_TOO = "明平亮东海华";

    private final Characters surname;
    private final Characters behind;
    private final Wording longSurname;
    private final Wording noName;
    private final Wording follows;
    private final Wording owner;
    private final Wording party;
    private final Wording noted;
    private final Wording familiar;

    WholeNames(Template template) {
        surname = Characters.of(template.pattern("surname"));
        behind = Characters.of(template.pattern("behind-name"));
        longSurname = template.pattern("two-character-surname");
        noName = template.pattern("no-name");
        follows = template.pattern("name-follows");
        owner = template.pattern("owner-here");
        party = template.pattern("party-here");
        noted = template.pattern("noted-here");
        familiar = template.pattern("familiar-here");
    }

    /** Where a name ends that must begin at a place, as behind a title; -1 when none does. */
    int end(String text, int start) {
        if (!possible(text, start)) {
            return -1;
        }
        int base = Near.after(longSurname, text, start, 2) ? 2 : 1;
        for (int given = 1; given <= 2; given++) {
            int end = start + base + given;
            if (!Characters.han(text, end - 1)) {
                return -1;
            }
            boolean particle = given == 1 && behind.at(text, end - 1) && !Characters.oneOf(GIVEN_TOO, text, end - 1);
            if (!particle && (end == text.length() || behind.at(text, end) || Characters.oneOf("”\"", text, end))) {
                return end;
            }
        }
        return -1;
    }

    /** Where a name ends that begins at a place by the words around it; -1 when none does. */
    int endByContext(String text, int start) {
        if (Characters.oneOf("阿老小", text, start)) {
            return matched(familiar, text, start);
        }
        if (!possible(text, start)) {
            return -1;
        }
        int end = -1;
        if (Near.before(follows, text, start, BEFORE)) {
            end = end(text, start);
        } else if (Characters.oneOf("将把趁乘窃走得", text, start - 1)) {
            end = Characters.oneOf("某", text, start + 1) ? -1 : matched(owner, text, start);
        } else if (Characters.oneOf("向从与和由", text, start - 1)) {
            end = Characters.oneOf("某处家", text, start + 1) ? -1 : matched(party, text, start);
        }
        return end > 0 ? end : matched(noted, text, start);
    }

    private boolean possible(String text, int start) {
        return surname.at(text, start) && !Near.after(noName, text, start, 2);
    }

    private static int matched(Wording pattern, String text, int start) {
        Optional<Span> match = Near.match(pattern, text, start, LONGEST);
        return match.map(Span::end).orElse(-1);
    }
}
