package cn.mingjian.documents.facts;

import cn.mingjian.documents.template.Template;
import java.util.Optional;

/** What stands before names and says who somebody is: 被告人, 被害人, 证人, 吸毒人员. */
final class Titles {

    /** Who somebody is by a title. */
    enum Title {
        SUSPECT("title-suspect"),
        VICTIM("title-victim"),
        OTHER("title-other"),
        OFFICER("title-officer"),
        PLAIN("title-plain"),
        LOOSE("title-loose");

        private final String pattern;

        Title(String pattern) {
            this.pattern = pattern;
        }

        /** Whether a name without signs is taken behind it. */
        boolean announcesName() {
            return this != OFFICER && this != LOOSE;
        }

        boolean isParty() {
            return this == SUSPECT || this == VICTIM;
        }
    }

    private static final String BETWEEN = "“\"：:";

    private final Lexicon<Title> words = new Lexicon<>();

    Titles(Template template) {
        for (Title title : Title.values()) {
            words.add(template.pattern(title.pattern), title);
        }
    }

    /** The titles of a text. */
    Places in(String text) {
        Title[] ends = new Title[text.length() + 1];
        for (int at = 0; at < text.length(); at++) {
            Optional<Lexicon.Entry<Title>> title = words.at(text, at);
            if (title.isPresent()) {
                int end = at + title.get().word().length();
                ends[end] = ends[end] == null ? title.get().meaning() : ends[end];
            }
        }
        return new Places(text, ends);
    }

    /** Where the titles of one text end. */
    static final class Places {
        private final String text;
        private final Title[] ends;

        private Places(String text, Title[] ends) {
            this.text = text;
            this.ends = ends;
        }

        /** The title that ends before a place; a quote or colon may stand between. */
        Optional<Title> before(int place) {
            return Optional.ofNullable(ends[Characters.oneOf(BETWEEN, text, place - 1) ? place - 1 : place]);
        }
    }
}
