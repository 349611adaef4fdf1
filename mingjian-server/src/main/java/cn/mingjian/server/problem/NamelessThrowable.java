package cn.mingjian.server.problem;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;

/**
 * A failure as the log shows it ({@code logback.xml}): its kind, its causes and where they were, without their words, which
 * may hold a row, a name or a path.
 */
public final class NamelessThrowable extends ThrowableHandlingConverter {

    private static final int FRAMES = 12;

    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder text = new StringBuilder();
        for (IThrowableProxy failure = event.getThrowableProxy(); failure != null; failure = failure.getCause()) {
            text.append(text.isEmpty() ? "  " : "  because of ")
                    .append(failure.getClassName())
                    .append('\n');
            StackTraceElementProxy[] trace = failure.getStackTraceElementProxyArray();
            for (int i = 0; i < Math.min(FRAMES, trace.length); i++) {
                text.append("    ").append(trace[i].getSTEAsString()).append('\n');
            }
        }
        return text.toString();
    }
}
