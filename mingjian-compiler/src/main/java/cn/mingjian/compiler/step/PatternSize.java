package cn.mingjian.compiler.step;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How large a text pattern grows when its counted repetitions are written out, as engines do: {@code ((a{1000}){1000})} is
 * a million characters. An upper bound; the pattern need not be right.
 */
final class PatternSize {

    private final String pattern;
    private final Deque<Long> open = new ArrayDeque<>();
    private long size;
    private long last;
    private int at;

    private PatternSize(String pattern) {
        this.pattern = pattern;
    }

    static long of(String pattern) {
        PatternSize counted = new PatternSize(pattern);
        while (counted.at < pattern.length()) {
            counted.next();
        }
        return counted.size + counted.open.stream().mapToLong(Long::longValue).sum();
    }

    private void next() {
        switch (pattern.charAt(at)) {
            case '\\' -> {
                at += 2;
                add(1);
            }
            case '[' -> {
                skipClass();
                add(1);
            }
            case '(' -> {
                at++;
                open.push(size);
                size = 0;
                last = 0;
            }
            case ')' -> {
                at++;
                long group = size + 1;
                size = open.isEmpty() ? 0 : open.pop();
                add(group);
            }
            case '{' -> repeat();
            default -> {
                at++;
                add(1);
            }
        }
    }

    private void add(long more) {
        last = more;
        size = Math.min(size + more, Integer.MAX_VALUE);
    }

    private void repeat() {
        int end = pattern.indexOf('}', at);
        String counts = end < 0 ? "" : pattern.substring(at + 1, end);
        if (counts.matches("[0-9]{1,4}(,[0-9]{0,4})?")) {
            long most = 0;
            for (String count : counts.split(",")) {
                most = Math.max(most, Long.parseLong(count));
            }
            at = end + 1;
            size -= last;
            add(last * Math.max(most, 1));
        } else {
            at++;
            add(1);
        }
    }

    private void skipClass() {
        at += 2; // a bracket that stands first is one of the class
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            at += pattern.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }
}
