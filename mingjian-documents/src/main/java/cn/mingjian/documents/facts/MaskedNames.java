package cn.mingjian.documents.facts;

import cn.mingjian.documents.facts.Titles.Title;
import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.wording.Wording;
import java.util.Optional;

/** Names of which a part is left out: 张某某, 李某甲, 王XX, 赵*, 艾某某·某某, 周某1, 陈某明. */
final class MaskedNames {

    private static final int MOST_MARKS = 4;
    private static final int BEFORE = 6;
    private static final String ORDER = "甲乙丙丁戊己庚辛壬癸";
    private static final String DIGITS = "0123456789";
    /** What follows a digit that belongs to a number, not to the name before. */
    private static final String BEHIND_NUMBER = DIGITS + "年月日时点岁人次.、台部辆个只枚张条把块包瓶袋万克粒颗";
    /** What follows a sign that stands for the name of a place. */
    private static final String OF_PLACE = "路街镇乡村市区县省号店厂小附超网酒宾公花苑园大";
    /** Letters that courts put for given names: 吴a. */
    private static final String LETTERS = "abcdefghijklm";

    /** Characters that follow names but are given names as often: a mark behind them tells. */
    private static final String GIVEN_TOO = "明平亮东海华";

    private static final String PUNCTUATION = "、，。；（）";
    private static final String NOT_NAMED = "日天地处月年路市县区酒";

    private final Characters surname;
    private final Characters mark;
    private final Characters noSurname;
    private final Characters behind;
    private final Characters notGiven;
    private final Wording longSurname;
    private final Wording near;

    MaskedNames(Template template) {
        surname = Characters.of(template.pattern("surname"));
        mark = Characters.of(template.pattern("mark"));
        noSurname = Characters.of(template.pattern("no-surname"));
        behind = Characters.of(template.pattern("behind-name"));
        notGiven = Characters.of(template.pattern("not-given"));
        longSurname = template.pattern("two-character-surname");
        near = template.pattern("near-name");
    }

    /** Where the name ends that begins at a place; -1 when none does. */
    int end(String text, int start, Titles.Places titles) {
        if (mark.at(text, start)) {
            return ofMarks(text, start, titles.before(start));
        }
        boolean twoCharacters = mark.at(text, start + 2) && Near.after(longSurname, text, start, 2);
        int marks = start + (twoCharacters ? 2 : 1);
        boolean possible =
                Characters.han(text, start) && (mark.at(text, marks) || Characters.oneOf(LETTERS, text, marks));
        if (!possible) {
            return -1;
        }
        boolean named = titles.before(start).isPresent() || Characters.oneOf("、", text, start - 1);
        boolean surnamed = surname.at(text, start) || twoCharacters;
        if (noSurname.at(text, start) && !twoCharacters && !allowed(text, start, named, surnamed)) {
            return -1;
        }
        return withSurname(text, start, marks, named, surnamed);
    }

    private int ofMarks(String text, int start, Optional<Title> title) {
        int end = marksEnd(text, start);
        if (end - start <= 2 && Characters.oneOf(ORDER, text, end)) {
            return end + 1;
        }
        return title.filter(Title::isParty).isPresent() && end - start >= 2 ? end : -1;
    }

    private int marksEnd(String text, int start) {
        int end = start;
        while (end - start < MOST_MARKS && mark.at(text, end)) {
            end++;
        }
        return end;
    }

    private boolean allowed(String text, int start, boolean named, boolean surnamed) {
        boolean behindGiving = Characters.oneOf("给留，。和与及", text, start - 1) && Characters.oneOf("于向时", text, start);
        return (named || behindGiving) && surnamed && !Characters.oneOf(NOT_NAMED, text, start + 2);
    }

    private int withSurname(String text, int start, int marks, boolean named, boolean surnamed) {
        boolean expected = named || Near.before(near, text, start, BEFORE);
        if (!mark.at(text, marks)) {
            return surnamed && expected && behind.at(text, marks + 1) ? marks + 1 : -1;
        }
        boolean plainMark = text.charAt(marks) == '某';
        if (!plainMark && !(surnamed && expected)) {
            return -1;
        }
        int end = tail(text, marksEnd(text, marks), plainMark);
        boolean place = plainMark && !named && Characters.oneOf(OF_PLACE, text, end);
        return place ? -1 : end;
    }

    /** With what tells persons apart behind the signs: 甲, 1, a given name, a second part behind a dot. */
    private int tail(String text, int marksEnd, boolean plainMark) {
        int end = marksEnd;
        if (Characters.oneOf(ORDER, text, end) && !text.startsWith("甲基苯", end) && !text.startsWith("甲卡西", end)) {
            end++;
        } else if (Characters.oneOf(DIGITS, text, end)) {
            end += Characters.oneOf(BEHIND_NUMBER, text, end + 1) ? 0 : 1;
        } else if (plainMark && given(text, end)) {
            end++;
        }
        if (Characters.oneOf("·", text, end)) {
            end++;
            while (mark.at(text, end) || surname.at(text, end)) {
                end++;
            }
        }
        return end;
    }

    private boolean given(String text, int place) {
        boolean last = GIVEN_TOO.indexOf(text.charAt(Math.min(place, text.length() - 1))) >= 0
                && Characters.oneOf(PUNCTUATION, text, place + 1);
        return Characters.han(text, place)
                && (last || !behind.at(text, place))
                && !notGiven.at(text, place)
                && behind.at(text, place + 1);
    }
}
