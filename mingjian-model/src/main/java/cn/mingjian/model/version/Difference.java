package cn.mingjian.model.version;

import cn.mingjian.model.problem.Place;
import java.util.List;

/**
 * One difference between two texts.
 *
 * @param path the keys that lead there
 * @param place where it stands in the new text; in the old one for what left
 */
public record Difference(List<String> path, Kind kind, Place place) {

    /** What happened. */
    public enum Kind {
        ADDED,
        CHANGED,
        LEFT
    }

    /** As messages name it: {@code rules.missed.key}. */
    public String name() {
        return String.join(".", path);
    }

    /** Whether it lies at or under these keys; {@code *} stands for any. */
    boolean under(String... keys) {
        if (path.size() < keys.length) {
            return false;
        }
        for (int i = 0; i < keys.length; i++) {
            if (!keys[i].equals("*") && !keys[i].equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether it lies exactly at these keys. */
    boolean at(String... keys) {
        return path.size() == keys.length && under(keys);
    }
}
