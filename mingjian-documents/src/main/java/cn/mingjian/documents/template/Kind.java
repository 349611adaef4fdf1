package cn.mingjian.documents.template;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the words of an element say, and so what its value is. */
public enum Kind {
    /** The words themselves, without blanks. */
    TEXT("text"),
    /** The number of a court's file, in narrow brackets: {@code (2023)示0101刑初1号}. */
    CASE_NUMBER("case-number"),
    /** The number of a procuratorate's document, in angular brackets: {@code 示检刑诉〔2023〕1号}. */
    FILE_NUMBER("file-number"),
    /** One charge or several in a row, each an element of its own; with 罪. */
    CHARGES("charges"),
    /** Names in a row, each an element of its own. */
    NAMES("names"),
    /** A day as ISO text; 同年, 次日 and the like are resolved by the days that stand before. */
    DAY("day"),
    /**
     * The days between which something was done, {@code {from, to}} as ISO text: the first and the last that the words
     * can mean, so a month is all its days; without {@code to} where no end is told.
     */
    PERIOD("period"),
    /** A length of time in whole months; {@code life} for 终身. */
    MONTHS("months"),
    /** A sum in yuan; {@code all} for 全部. */
    MONEY("money"),
    /** A sum in yuan where the words state one, else {@code true}. */
    MONEY_OR_TRUE("money-or-true"),
    /** A whole number. */
    COUNT("count"),
    /** The code whose pattern was found. */
    CODE("code"),
    /** What a sentencing recommendation asks for, in months and yuan. */
    PENALTY_RANGE("penalty-range");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** The word for it in a template. */
    public String word() {
        return word;
    }

    /** The kind of a word. */
    public static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** The words of all kinds. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Kind::word).toList();
    }
}
