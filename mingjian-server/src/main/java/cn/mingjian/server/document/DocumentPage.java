package cn.mingjian.server.document;

import cn.mingjian.model.Words;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One document with its text and its elements; positions count code points in the text. */
record DocumentPage(@JsonUnwrapped DocumentRow row, String text, List<ElementShown> elements) {

    /**
     * An element.
     *
     * @param id its path, as {@code defendants[0].months}; {@code charges[+]} stands for one more of several
     * @param element the id of its rule in the template
     * @param group the document, or the defendant with a masked name
     * @param kind what its value is: text, day, months, money, code and so on
     * @param value as it is kept; masked where it is a person's name or birthday
     * @param words the value in words, where it is a code
     * @param kinds of a clause: which kinds of unfair term it may be
     * @param choices the codes, where it is one
     */
    record ElementShown(
            String id,
            String element,
            Words title,
            Words group,
            String kind,
            @Nullable String value,
            @Nullable Words words,
            List<Words> kinds,
            @Nullable Integer start,
            @Nullable Integer end,
            @Nullable String sentence,
            @Nullable Double confidence,
            ElementState state,
            @Nullable List<Choice> choices,
            boolean correctable,
            @Nullable String correctedBy,
            @Nullable Instant correctedAt) {}

    /** A code that an element may have. */
    record Choice(String code, Words title) {}
}
