package cn.mingjian.bench.rules;

import java.util.Map;

/**
 * What a side found.
 *
 * @param counts by step: rows in, kept, unknown and pending; and by grade: clues
 */
record Answer(Map<String, String> counts) {

    static String counts(long in, long kept, long unknown, long pending) {
        return in + " in, " + kept + " kept, " + unknown + " unknown, " + pending + " pending";
    }
}
