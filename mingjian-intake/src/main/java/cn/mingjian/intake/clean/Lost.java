package cn.mingjian.intake.clean;

/** Finds identifiers that a spreadsheet turned into a number and cut: {@code 3.40221E+17}. */
final class Lost {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 26;
    /** Spreadsheets show eleven digits; a number with a smaller exponent lost nothing. */
    private static final int SMALLEST_EXPONENT = 11;

    private Lost() {}

    static boolean is(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length < SHORTEST || length > LONGEST || bytes[to - 3] != '+' || (bytes[to - 4] | 0x20) != 'e') {
            return false;
        }
        if (!digit(bytes[to - 2]) || !digit(bytes[to - 1])) {
            return false;
        }
        int exponent = (bytes[to - 2] - '0') * 10 + bytes[to - 1] - '0';
        int points = 0;
        for (int i = from; i < to - 4; i++) {
            points += bytes[i] == '.' ? 1 : 0;
            if (!digit(bytes[i]) && bytes[i] != '.') {
                return false;
            }
        }
        return points <= 1 && digit(bytes[from]) && exponent >= SMALLEST_EXPONENT;
    }

    private static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }
}
