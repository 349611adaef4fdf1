package cn.mingjian.functions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Ages in full years (周岁).
 *
 * <p>A full year is reached on the day after the birthday (法释〔2006〕1号 第二条: 从周岁生日的第二天起算). Who was born on 29
 * February has the birthday on 28 February in common years, because a period without a corresponding day ends on the last
 * day of the month (民法典 第二百零二条); so the full year is reached on 1 March.
 */
public final class Age {
    private Age() {}

    /** Full years on the day; on the birthday itself the year is not full yet. Null before birth: one date is wrong. */
    public static @Nullable Long at(LocalDate birth, LocalDate day) {
        if (day.isBefore(birth)) {
            return null;
        }
        int years = day.getYear() - birth.getYear();
        boolean reached = day.isAfter(birth.plusYears(years));
        return reached || years == 0 ? years : years - 1L;
    }

    /** Whether the day is the birthday, the day of birth itself included; false before birth. */
    public static boolean isBirthday(LocalDate birth, LocalDate day) {
        int years = day.getYear() - birth.getYear();
        return years >= 0 && birth.plusYears(years).equals(day);
    }

    /** The band in which an age is shown where the age itself is nobody's business. */
    public static String band(long age) {
        if (age < 14) {
            return "<14";
        }
        if (age < 16) {
            return "14-15";
        }
        return age < 18 ? "16-17" : "18+";
    }
}
