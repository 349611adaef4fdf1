package cn.mingjian.functions;

/** The numerals of dates: 〇 to 九, and numbers to 99 with 十, 廿, 卅. */
final class ChineseNumeral {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final int TEN = 10;

    private ChineseNumeral() {}

    /** The digit that a character stands for, -1 for none. */
    static int digit(char c) {
        return switch (c) {
            case '零', '○', '◯' -> 0;
            default -> DIGITS.indexOf(c);
        };
    }

    /** The tens that a character stands for: 1 for 十, 2 for 廿, 3 for 卅, 0 for none. */
    static int tens(char c) {
        return switch (c) {
            case '十' -> 1;
            case '廿' -> 2;
            case '卅' -> 3;
            default -> 0;
        };
    }

    static boolean isPart(char c) {
        return digit(c) >= 0 || tens(c) > 0;
    }

    /** The number below 100 written in {@code text}, -1 when it is none: 三, 十, 十三, 二十, 二十三, 廿三, 〇三, 二三 is none. */
    static int below100(String text) {
        int length = text.length();
        int ten = -1;
        for (int i = 0; i < length; i++) {
            if (tens(text.charAt(i)) > 0) {
                if (ten >= 0) {
                    return -1;
                }
                ten = i;
            }
        }
        if (ten < 0) {
            boolean one = length == 1;
            boolean padded = length == 2 && digit(text.charAt(0)) == 0;
            return one || padded ? digit(text.charAt(length - 1)) : -1;
        }
        boolean before = ten == 1;
        if (ten > 1 || length > ten + 2 || (before && (tens(text.charAt(1)) > 1 || digit(text.charAt(0)) < 1))) {
            return -1;
        }
        int tens = before ? digit(text.charAt(0)) : tens(text.charAt(0));
        int ones = length == ten + 2 ? digit(text.charAt(ten + 1)) : 0;
        return ones < 0 ? -1 : tens * TEN + ones;
    }
}
