package cn.mingjian.server.document;

import cn.mingjian.model.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One document with its text and its elements; positions count code points in the text. */
record DocumentPage(
        int no,
        String name,
        @Nullable String court,
        @Nullable String caseNumber,
        int defendants,
        int unsure,
        @Nullable Words problem,
        String text,
        List<ElementShown> elements) {

    static DocumentPage of(DocumentRow row, String text, List<ElementShown> elements) {
        return new DocumentPage(
                row.no(),
                row.name(),
                row.court(),
                row.caseNumber(),
                row.defendants(),
                row.unsure(),
                row.problem(),
                text,
                elements);
    }

    /** How far an element is known. */
    enum State {
        FOUND,
        NOT_STATED,
        UNSURE,
        CORRECTED
    }

    /**
     * An element.
     *
     * @param id its path, as {@code defendants[0].months}; {@code charges[+]} stands for one more of several
     * @param element the id of its rule in the template
     * @param group the document, or the defendant with a masked name
     * @param kind what its value is: text, day, months, money, code and so on
     * @param value as it is kept; masked where it is a person's name or birthday
     * @param words the value in words, where it is a code
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
            @Nullable Integer start,
            @Nullable Integer end,
            @Nullable String sentence,
            @Nullable Double confidence,
            State state,
            @Nullable List<Choice> choices,
            boolean correctable,
            @Nullable String correctedBy,
            @Nullable Instant correctedAt) {}

    /** A code that an element may have. */
    record Choice(String code, Words title) {}
}
