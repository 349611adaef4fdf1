package cn.mingjian.documents.part;

import cn.mingjian.documents.text.Span;
import java.util.List;

/**
 * A stretch of text in which elements are searched: a part of the document, or a piece of one.
 *
 * @param name as templates name it
 * @param defendants whose elements stand in it, by number from 1; empty where the words around a find decide
 */
public record Stretch(String name, Span span, List<Integer> defendants) {

    /** A stretch in which the words around a find say whose it is. */
    public static Stretch of(String name, Span span) {
        return new Stretch(name, span, List.of());
    }
}
