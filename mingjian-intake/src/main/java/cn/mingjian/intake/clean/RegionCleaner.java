package cn.mingjian.intake.clean;

import cn.mingjian.functions.Width;
import java.util.regex.Pattern;

/**
 * Division codes of six digits. Those of towns and villages (9 and 12 digits, GB/T 10114) begin with the county's, which
 * is taken; 2 and 4 digits are a province's and a city's.
 */
final class RegionCleaner extends CellCleaner {

    private static final int LENGTH = 6;
    private static final Pattern OTHER = Pattern.compile("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}");

    RegionCleaner(ByteTexts<Boolean> missing) {
        super(missing);
    }

    @Override
    boolean quick(byte[] bytes, int from, int to, Cleaned out) {
        if (to - from != LENGTH) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        out.slice(bytes, from, to);
        return true;
    }

    @Override
    void read(byte[] bytes, int from, int to, Cleaned out) {
        String text = Width.half(string(bytes, from, to));
        if (OTHER.matcher(text).matches()) {
            out.text((text + "0000").substring(0, LENGTH), true);
        } else {
            out.untypable(Reason.REGION);
        }
    }
}
