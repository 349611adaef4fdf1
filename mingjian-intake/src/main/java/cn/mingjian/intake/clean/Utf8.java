package cn.mingjian.intake.clean;

import cn.mingjian.functions.Width;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at bytes of UTF-8 without decoding them. */
final class Utf8 {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    /** Whether the slice is UTF-8 (no overlong forms, no surrogates). */
    static boolean valid(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            while (i + Long.BYTES <= to && ((long) EIGHT.get(bytes, i) & HIGH_BITS) == 0) {
                i += Long.BYTES;
            }
            while (i < to && bytes[i] >= 0) {
                i++;
            }
            if (i == to) {
                return true;
            }
            int b = bytes[i];
            int length = length(b);
            if (length == 0 || i + length > to) {
                return false;
            }
            int point = b & (0x7F >> length);
            for (int k = 1; k < length; k++) {
                if ((bytes[i + k] & 0xC0) != 0x80) {
                    return false;
                }
                point = (point << 6) | (bytes[i + k] & 0x3F);
            }
            boolean tooShort =
                    (length == 2 && point < 0x80) || (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
            if (tooShort || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) {
                return false;
            }
            i += length;
        }
        return true;
    }

    private static int length(int first) {
        if ((first & 0xE0) == 0xC0) {
            return 2;
        }
        if ((first & 0xF0) == 0xE0) {
            return 3;
        }
        return (first & 0xF8) == 0xF0 ? 4 : 0;
    }

    /** The first place that shows something. */
    static int skipBlanks(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            int length = blank(bytes, i, to);
            if (length == 0) {
                return i;
            }
            i += length;
        }
        return to;
    }

    /** The end of what shows something. */
    static int dropBlanks(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from) {
            int start = end - 1;
            while (start > from && (bytes[start] & 0xC0) == 0x80) {
                start--;
            }
            int length = blank(bytes, start, end);
            if (length == 0 || start + length != end) {
                return end;
            }
            end = start;
        }
        return end;
    }

    /** Length of the blank character at this place (as of {@link Width#isBlank}), or 0. */
    private static int blank(byte[] bytes, int at, int to) {
        int b = bytes[at];
        if (b >= 0) {
            return Width.isBlank((char) b) ? 1 : 0;
        }
        int length = length(b);
        if (length < 2 || length > 3 || at + length > to) {
            return 0;
        }
        int point = b & (0x7F >> length);
        for (int k = 1; k < length; k++) {
            point = (point << 6) | (bytes[at + k] & 0x3F);
        }
        return Width.isBlank((char) point) ? length : 0;
    }
}
