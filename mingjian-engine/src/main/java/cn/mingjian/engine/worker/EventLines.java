package cn.mingjian.engine.worker;

import cn.mingjian.model.event.Event;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Writes events to a stream, one a line, each at once; nothing after the last. Safe for several threads. */
final class EventLines implements Consumer<Event> {

    private final PrintStream out;
    private boolean ended;

    EventLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void accept(Event event) {
        if (!ended) {
            ended = event instanceof Event.Done || event instanceof Event.Failed;
            byte[] line = (event.line() + "\n").getBytes(StandardCharsets.UTF_8);
            out.write(line, 0, line.length);
            out.flush();
        }
    }
}
