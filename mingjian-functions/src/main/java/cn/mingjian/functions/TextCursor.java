package cn.mingjian.functions;

/** A position in a text that is read from left to right; full width digits and signs count as half width. */
class TextCursor {
    private static final int MOST_NUMERALS = 4;

    final String text;
    final int end;
    int at;

    TextCursor(String text) {
        this.text = text;
        int last = text.length();
        while (last > 0 && Width.isBlank(text.charAt(last - 1))) {
            last--;
        }
        this.end = last;
        skipBlanks();
    }

    final boolean atEnd() {
        return at >= end;
    }

    final boolean word(char expected) {
        skipBlanks();
        if (atEnd() || peek() != expected) {
            return false;
        }
        at++;
        skipBlanks();
        return true;
    }

    /** A number of one or two digits, or a Chinese numeral below 100; -1 for none. */
    final int number() {
        int digits = digitRun();
        if (digits == 1 || digits == 2) {
            return take(digits);
        }
        if (digits > 2) {
            return -1;
        }
        int from = at;
        while (!atEnd() && ChineseNumeral.isPart(text.charAt(at)) && at - from < MOST_NUMERALS) {
            at++;
        }
        return at == from ? -1 : ChineseNumeral.below100(text.substring(from, at));
    }

    final int digitRun() {
        int to = at;
        while (to < end && digit(text.charAt(to)) >= 0) {
            to++;
        }
        return to - at;
    }

    final int take(int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            value = value * 10 + digit(text.charAt(at++));
        }
        return value;
    }

    final char peek() {
        return Width.half(text.charAt(at));
    }

    private static int digit(char c) {
        char half = Width.half(c);
        return half >= '0' && half <= '9' ? half - '0' : -1;
    }

    final void skipBlanks() {
        while (at < end && Width.isBlank(text.charAt(at))) {
            at++;
        }
    }
}
