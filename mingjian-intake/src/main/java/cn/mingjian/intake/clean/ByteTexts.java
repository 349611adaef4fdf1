package cn.mingjian.intake.clean;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small table from texts to values that is asked with slices of bytes, without making objects. */
final class ByteTexts<V> {

    private final byte[][] keys;
    private final @Nullable Object[] values;
    private final int mask;
    private final boolean[] begins = new boolean[256];
    private int longest;

    ByteTexts(Map<String, V> entries) {
        int size = Integer.highestOneBit(Math.max(4, entries.size() * 3)) << 1;
        keys = new byte[size][];
        values = new Object[size];
        mask = size - 1;
        entries.forEach((text, value) -> put(text.getBytes(StandardCharsets.UTF_8), value));
    }

    private void put(byte[] key, V value) {
        int slot = hash(key, 0, key.length) & mask;
        while (keys[slot] != null) {
            slot = slot + 1 & mask;
        }
        keys[slot] = key;
        values[slot] = value;
        longest = Math.max(longest, key.length);
        if (key.length > 0) {
            begins[key[0] & 0xff] = true;
        }
    }

    /** The value of a text, or null. */
    @SuppressWarnings("unchecked") // only put() fills the table, and it takes V
    @Nullable
    V get(byte[] bytes, int from, int to) {
        if (to - from > longest || from == to || !begins[bytes[from] & 0xff]) {
            return null;
        }
        for (int slot = hash(bytes, from, to) & mask; keys[slot] != null; slot = slot + 1 & mask) {
            if (equal(keys[slot], bytes, from, to)) {
                return (V) values[slot];
            }
        }
        return null;
    }

    private static boolean equal(byte[] key, byte[] bytes, int from, int to) {
        if (key.length != to - from) {
            return false;
        }
        for (int i = 0; i < key.length; i++) {
            if (key[i] != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ hash >>> 15;
    }
}
