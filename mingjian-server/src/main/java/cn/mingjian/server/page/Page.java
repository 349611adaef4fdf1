package cn.mingjian.server.page;

import java.util.List;

/**
 * A part of a long list.
 *
 * @param total how many there are on all pages
 * @param page from 0
 * @param size how many a page holds at most
 */
public record Page<T>(List<T> items, long total, int page, int size) {

    /** How many a page holds where nobody says. */
    public static final int USUAL = 50;

    private static final int MOST = 200;
    private static final int LAST = 1_000_000;

    /** A page that is asked for, within bounds. */
    public record Wish(int page, int size) {

        public Wish {
            page = Math.min(Math.max(page, 0), LAST);
            size = Math.min(Math.max(size, 1), MOST);
        }

        /** How many stand on the pages before. */
        public long offset() {
            return (long) page * size;
        }
    }

    /** What a wish found. */
    public static <T> Page<T> of(Wish wish, long total, List<T> items) {
        return new Page<>(List.copyOf(items), total, wish.page(), wish.size());
    }
}
