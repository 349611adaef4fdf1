package cn.mingjian.documents.facts;

import cn.mingjian.documents.wording.Wording;
import java.util.BitSet;

/** The characters of a class that a template writes in brackets: {@code [某×X*]}. */
final class Characters {

    private final BitSet all = new BitSet();

    private Characters() {}

    static Characters of(Wording bracketed) {
        String written = bracketed.written();
        Characters characters = new Characters();
        written.substring(1, written.length() - 1).chars().forEach(characters.all::set);
        return characters;
    }

    boolean at(String text, int place) {
        return place >= 0 && place < text.length() && all.get(text.charAt(place));
    }

    /** Whether a Chinese character stands at a place. */
    static boolean han(String text, int place) {
        return place >= 0 && place < text.length() && text.charAt(place) >= '\u4e00' && text.charAt(place) <= '\u9fff';
    }

    static boolean oneOf(String characters, String text, int place) {
        return place >= 0 && place < text.length() && characters.indexOf(text.charAt(place)) >= 0;
    }
}
