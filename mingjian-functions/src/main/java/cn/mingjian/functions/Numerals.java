package cn.mingjian.functions;

/** Whole numbers in Chinese numerals, everyday ones and those of cheques. Those of dates are {@link ChineseNumeral}. */
final class Numerals {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String CHEQUE = "〇壹贰叁肆伍陆柒捌玖";
    private static final int MOST_DIGITS = 15;
    private static final int TEN_THOUSAND = 4;

    private Numerals() {}

    /** The digit that a character stands for, -1 for none. */
    static int digit(char c) {
        return c == '两' ? 2 : Math.max(DIGITS.indexOf(c), CHEQUE.indexOf(c));
    }

    /** The zeros behind the one that a character stands for: 1 for 十, 4 for 万; 0 for none. */
    static int zeros(char c) {
        return switch (c) {
            case '十', '拾' -> 1;
            case '百', '佰' -> 2;
            case '千', '仟' -> 3;
            case '万' -> TEN_THOUSAND;
            case '亿' -> 2 * TEN_THOUSAND;
            default -> 0;
        };
    }

    static boolean isDigits(String text) {
        return text.chars().allMatch(c -> digit((char) c) >= 0);
    }

    /** The number: 一百零八 is 108, 二〇二四 is 2024; -1 where it leaves a unit unsaid (一百八) or is none. */
    static long read(String text) {
        if (isDigits(text)) {
            return text.isEmpty() || text.length() > MOST_DIGITS
                    ? -1
                    : text.chars().mapToLong(c -> digit((char) c)).reduce(0, (sum, digit) -> sum * 10 + digit);
        }
        int large = Math.max(text.lastIndexOf('亿'), text.indexOf('亿') < 0 ? text.lastIndexOf('万') : -1);
        return large < 0 ? belowTenThousand(text) : split(text, large);
    }

    private static long split(String text, int large) {
        int zeros = zeros(text.charAt(large));
        long unit = (long) Math.pow(10, zeros);
        String rest = text.substring(large + 1);
        long high = read(text.substring(0, large));
        long low = rest.isEmpty() ? 0 : read(rest);
        boolean unsaid = !rest.isEmpty() && digit(rest.charAt(0)) != 0 && low < unit / 10;
        return high <= 0 || high >= unit || low < 0 || low >= unit || unsaid ? -1 : high * unit + low;
    }

    private static long belowTenThousand(String text) {
        long sum = 0;
        int least = TEN_THOUSAND;
        boolean zero = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = zeros(c) > 0 && i == 0 ? 1 : digit(c);
            if (digit == 0) {
                zero = true;
                continue;
            }
            boolean named = zeros(c) == 0 && i + 1 < text.length();
            int unit = named ? zeros(text.charAt(++i)) : zeros(c);
            boolean last = unit == 0 && i == text.length() - 1 && !named && (least <= 1 || zero);
            if (digit < 0 || unit >= least || !(unit > 0 || last)) {
                return -1;
            }
            sum += digit * (long) Math.pow(10, unit);
            least = unit;
            zero = false;
        }
        return sum;
    }
}
