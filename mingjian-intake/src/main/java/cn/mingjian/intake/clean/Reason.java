package cn.mingjian.intake.clean;

import java.util.Locale;

/** Why a cell or a row could not be taken. The words stand under {@link #code()} in the bundle {@code intake}. */
public enum Reason {
    /** Nothing is wrong. */
    NONE,
    /** The record has more or fewer cells than there are headings. */
    RAGGED,
    /** A quote that is not closed, or text behind a closing quote. */
    QUOTE,
    /** The record is longer than any honest one. */
    TOO_LONG,
    /** The line is no JSON object. */
    JSON,
    /** A column without which a row means nothing is empty. */
    REQUIRED_MISSING,
    /** A spreadsheet cut the digits of an identifier. */
    LOST,
    /** Bytes that are no characters of the file's encoding. */
    ENCODING,
    /** Not a date in any known form. */
    DATE,
    /** A date that no calendar has. */
    NO_SUCH_DAY,
    /** A day without time of day where a time is needed. */
    NO_TIME_OF_DAY,
    /** Not a time in any known form. */
    TIME,
    /** Not a month in any known form. */
    MONTH,
    /** Not a number in any known form. */
    NUMBER,
    /** A number with decimals where a whole one is needed. */
    NOT_WHOLE,
    /** More digits than the column can hold. */
    TOO_LARGE,
    /** An amount in another currency than yuan. */
    CURRENCY,
    /** Neither a code nor a label of the column's list. */
    CODE,
    /** Neither yes nor no. */
    BOOLEAN,
    /** Not a division code. */
    REGION;

    /** The reason as it stands in files and as key of its words: {@code intake.reason.} and this. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key of its words. */
    public String code() {
        return "intake.reason." + word();
    }
}
