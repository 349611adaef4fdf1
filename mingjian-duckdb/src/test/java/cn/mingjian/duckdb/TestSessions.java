package cn.mingjian.duckdb;

import cn.mingjian.functions.DomainFunction;
import cn.mingjian.functions.DomainFunctions;
import cn.mingjian.functions.HolidayCalendar;
import java.nio.file.Path;
import java.util.List;

final class TestSessions {
    private static final long MEGABYTE = 1_000_000;

    private TestSessions() {}

    static DuckLimits limits(Path folder) {
        return new DuckLimits(200 * MEGABYTE, 2, folder, 100 * MEGABYTE);
    }

    static List<DomainFunction> functions() {
        return DomainFunctions.all(HolidayCalendar.NONE);
    }
}
