package cn.mingjian.functions;

import static cn.mingjian.functions.FunctionShapes.of;
import static cn.mingjian.functions.FunctionShapes.ofFourNullable;
import static cn.mingjian.functions.Typed.BOOLEAN;
import static cn.mingjian.functions.Typed.DATE;
import static cn.mingjian.functions.Typed.DECIMAL;
import static cn.mingjian.functions.Typed.DOUBLE;
import static cn.mingjian.functions.Typed.INTEGER;
import static cn.mingjian.functions.Typed.MONTH;
import static cn.mingjian.functions.Typed.TEXT;
import static cn.mingjian.functions.Typed.TIME;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

/** The registry: every function that a model may call, in a fixed order. */
public final class DomainFunctions {
    private DomainFunctions() {}

    /** All functions; those that count working days do so by the calendar given. */
    public static List<DomainFunction> all(HolidayCalendar calendar) {
        return Stream.of(
                        identity(),
                        ages(),
                        dates(),
                        between(),
                        months(),
                        periods(),
                        workdays(new Workdays(calendar)),
                        texts(),
                        sentences(),
                        numbers())
                .flatMap(List::stream)
                .toList();
    }

    private static List<DomainFunction> identity() {
        return List.of(
                of("id_valid", TEXT, BOOLEAN, IdNumber::isValid),
                of("id_normal", TEXT, TEXT, IdNumber::normal),
                of("id_birth_date", TEXT, DATE, IdNumber::birthDate),
                of("id_sex", TEXT, TEXT, IdNumber::sex),
                of("uscc_valid", TEXT, BOOLEAN, CreditCode::isValid),
                of("uscc_normal", TEXT, TEXT, CreditCode::normal));
    }

    private static List<DomainFunction> ages() {
        return List.of(
                of("age_at", DATE, DATE, INTEGER, Age::at),
                of("age_at", DATE, TIME, INTEGER, (birth, time) -> Age.at(birth, time.toLocalDate())),
                of("is_birthday", DATE, DATE, BOOLEAN, Age::isBirthday),
                of("is_birthday", DATE, TIME, BOOLEAN, (birth, time) -> Age.isBirthday(birth, time.toLocalDate())),
                of("age_band", INTEGER, TEXT, Age::band));
    }

    private static List<DomainFunction> dates() {
        return List.of(
                of("plus_days", DATE, INTEGER, DATE, DateArithmetic::plusDays),
                of("plus_months", DATE, INTEGER, DATE, DateArithmetic::plusMonths),
                of("plus_years", DATE, INTEGER, DATE, DateArithmetic::plusYears),
                of("plus_hours", TIME, INTEGER, TIME, DateArithmetic::plusHours),
                of("date_of", INTEGER, INTEGER, INTEGER, DATE, DateArithmetic::dateOf),
                of("date_of", TIME, DATE, LocalDateTime::toLocalDate),
                of("night_of", TIME, DATE, DateArithmetic::nightOf),
                of("year", DATE, INTEGER, day -> (long) day.getYear()),
                of("year", TIME, INTEGER, time -> (long) time.getYear()),
                of("year", MONTH, INTEGER, month -> (long) month.getYear()));
    }

    private static List<DomainFunction> between() {
        return List.of(
                of("days_between", DATE, DATE, INTEGER, DateArithmetic::daysBetween),
                of("months_between", DATE, DATE, INTEGER, DateArithmetic::monthsBetween),
                of("months_between", MONTH, MONTH, INTEGER, Months::between),
                of("years_between", DATE, DATE, INTEGER, DateArithmetic::yearsBetween),
                of("hours_between", TIME, TIME, INTEGER, DateArithmetic::hoursBetween));
    }

    private static List<DomainFunction> months() {
        return List.of(
                of("month_of", DATE, MONTH, Months::of),
                of("month_of", TIME, MONTH, time -> Months.of(time.toLocalDate())),
                of("first_day", MONTH, DATE, Months::of),
                of("last_day", MONTH, DATE, Months::lastDay),
                of("plus_month", MONTH, INTEGER, MONTH, Months::plus),
                of("month_minus", DATE, INTEGER, MONTH, Months::minus),
                of("month_minus", MONTH, INTEGER, MONTH, Months::minus),
                of("quarter_of", MONTH, TEXT, Months::quarter),
                of("quarter_end", MONTH, DATE, Months::quarterEnd));
    }

    private static List<DomainFunction> periods() {
        return List.of(
                ofFourNullable("overlaps", DATE, BOOLEAN, Periods::overlap),
                ofFourNullable("overlaps", TIME, BOOLEAN, Periods::overlap));
    }

    private static List<DomainFunction> workdays(Workdays workdays) {
        return List.of(
                of("is_workday", DATE, BOOLEAN, workdays::isWorkday),
                of("plus_workdays", DATE, INTEGER, DATE, workdays::plus),
                of("workdays_between", DATE, DATE, INTEGER, workdays::between),
                of("workday_end", DATE, DATE, workdays::end));
    }

    private static List<DomainFunction> texts() {
        return List.of(
                of("half_width", TEXT, TEXT, Width::half),
                of("norm_name", TEXT, TEXT, Names::normal),
                of("norm_address", TEXT, TEXT, Address::normal),
                of("similarity", TEXT, TEXT, DOUBLE, Similarity::jaroWinkler),
                of("distance", TEXT, TEXT, INTEGER, Similarity::levenshtein),
                of("degree_of", TEXT, INTEGER, Kinship::degreeOf));
    }

    private static List<DomainFunction> sentences() {
        return List.of(
                of("plain_text", TEXT, TEXT, Sentences::plain),
                of("wording", TEXT, TEXT, Sentences::wording),
                of("digest", TEXT, TEXT, Sentences::digest),
                of("number_in", TEXT, DECIMAL, Sentences::number),
                of("rate_in", TEXT, DECIMAL, Sentences::rate));
    }

    private static List<DomainFunction> numbers() {
        return List.of(of("divide", DECIMAL, DECIMAL, INTEGER, DECIMAL, Decimals::divide));
    }
}
