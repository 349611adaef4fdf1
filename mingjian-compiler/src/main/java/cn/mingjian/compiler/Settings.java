package cn.mingjian.compiler;

import java.time.LocalDate;
import java.util.Map;

/**
 * What one run sets.
 *
 * @param asOf the day of the run
 * @param values parameter values by name, as text, from profiles and {@code --set}; the package's default else
 * @param cased whether the rows belong to test cases, told apart by a hidden field
 */
public record Settings(LocalDate asOf, Map<String, String> values, boolean cased) {

    /** For checking a model, where the day does not matter. */
    public static final Settings FOR_CHECK = new Settings(LocalDate.of(2024, 9, 30), Map.of(), false);
}
