package cn.mingjian.server.schedule;

/** Whether a schedule orders runs. */
enum ScheduleState {
    ACTIVE,
    /** Until somebody lets it go on. */
    PAUSED,
    /** For good. */
    ENDED
}
