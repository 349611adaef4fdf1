package cn.mingjian.server.schedule;

/** As of which day a scheduled run looks at its data. */
enum AsOf {
    /** The day on which it runs. */
    RUN_DAY,
    /** The latest day in the data, where one follows from them; else the day on which it runs. */
    DATA_END
}
