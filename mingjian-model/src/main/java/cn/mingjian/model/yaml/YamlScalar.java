package cn.mingjian.model.yaml;

import cn.mingjian.model.problem.Place;

/**
 * A scalar, always text. Typing is the business of whoever reads it.
 *
 * @param plain written without quotes and not as a block
 */
public record YamlScalar(String text, boolean plain, Place place, ScalarPlaces places) implements YamlNode {

    /** A text that stands nowhere in a file as such: all of it is shown at one place. */
    public static YamlScalar at(String text, Place place) {
        return new YamlScalar(text, false, place, ScalarPlaces.at(place));
    }

    /** Written as nothing, {@code ~} or {@code null} without quotes. */
    public boolean isNull() {
        return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }

    /** The place in the file of the character at this offset (in code units) of {@link #text()}. */
    public Place placeOf(int offset) {
        return places.placeOf(text, offset);
    }
}
