package cn.mingjian.documents.text;

/** Where sentences begin and end: at 。！？ and at line breaks; a closing bracket or quote behind the mark belongs to it. */
public final class Sentences {

    private static final String ENDS = "。！？\n";
    private static final String CLOSES = "）”』」";
    /** No sentence of a judgment comes near it; a text without marks is cut here. */
    private static final int LONGEST = 3000;

    private Sentences() {}

    /** The sentence that holds an offset. */
    public static Span at(String text, int offset) {
        int start = Math.min(offset, text.length());
        int first = Math.max(0, start - LONGEST);
        while (start > first && ENDS.indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        int end = end(text, Math.max(start, Math.min(offset, text.length())));
        while (start < end && (text.charAt(start) == ' ' || CLOSES.indexOf(text.charAt(start)) >= 0)) {
            start++;
        }
        return new Span(Math.min(start, offset), end);
    }

    /** Where the sentence that holds an offset ends, behind its mark. */
    public static int end(String text, int offset) {
        int end = offset;
        int last = Math.min(text.length(), offset + LONGEST);
        while (end < last && ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end < text.length() && text.charAt(end) != '\n' && ENDS.indexOf(text.charAt(end)) >= 0) {
            end++;
            while (end < text.length() && CLOSES.indexOf(text.charAt(end)) >= 0) {
                end++;
            }
        }
        return end;
    }
}
