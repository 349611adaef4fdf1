package cn.mingjian.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A day as people write it: 2024-07-31, 2024-7-31, 2024/7/31, 2024.7.31, 20240731 or 2024年7月31日; the year stands first. */
final class AsOfDay implements ITypeConverter<LocalDate> {

    /** Its message: the form is not known. */
    static final String FORM = "cli.day-form";

    /** Its message: no calendar has the day. */
    static final String NONE = "cli.day-none";

    private static final Pattern DAY = Pattern.compile(
            "(\\d{4})(?:-(\\d{1,2})-(\\d{1,2})|/(\\d{1,2})/(\\d{1,2})|\\.(\\d{1,2})\\.(\\d{1,2})|(\\d{2})(\\d{2})"
                    + "|年(\\d{1,2})月(\\d{1,2})日)");

    @Override
    public LocalDate convert(String text) {
        Matcher day = DAY.matcher(text.strip());
        if (!day.matches()) {
            throw new TypeConversionException(FORM);
        }
        try {
            return LocalDate.of(Integer.parseInt(day.group(1)), number(day, 0), number(day, 1));
        } catch (DateTimeException e) {
            throw new TypeConversionException(NONE);
        }
    }

    /** The month (0) or the day (1) of whichever form was written. */
    private static int number(Matcher day, int which) {
        for (int group = 2 + which; group <= day.groupCount(); group += 2) {
            if (day.group(group) != null) {
                return Integer.parseInt(day.group(group));
            }
        }
        throw new IllegalStateException("A form without month or day: " + day.pattern());
    }
}
