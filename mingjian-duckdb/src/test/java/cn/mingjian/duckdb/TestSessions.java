package cn.mingjian.duckdb;

import cn.mingjian.functions.DomainFunction;
import cn.mingjian.functions.DomainFunctions;
import cn.mingjian.functions.HolidayCalendar;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

final class TestSessions {
    private static final long MEGABYTE = 1_000_000;

    private TestSessions() {}

    static DuckLimits limits(Path folder) {
        return new DuckLimits(200 * MEGABYTE, 2, folder, 100 * MEGABYTE);
    }

    static List<DomainFunction> functions() {
        return DomainFunctions.all(new HolidayCalendar(
                Set.of(LocalDate.of(2021, 5, 3), LocalDate.of(2022, 10, 1)),
                Set.of(LocalDate.of(2021, 5, 8)),
                2020,
                2023));
    }
}
