package cn.mingjian.documents.source;

/** Lines of a printed page joined to paragraphs: a full line that ends without a mark goes on in the next. */
final class Lines {

    private static final String ENDS = "。；：！？）”";
    private static final int FULL = 25;

    private Lines() {}

    static String joined(String text) {
        StringBuilder joined = new StringBuilder(text.length());
        for (String line : text.split("\r?\n", -1)) {
            String words = line.strip();
            boolean goesOn = words.length() >= FULL && ENDS.indexOf(words.charAt(words.length() - 1)) < 0;
            joined.append(words).append(goesOn ? "" : "\n");
        }
        return joined.toString();
    }
}
