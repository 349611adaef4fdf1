package cn.mingjian.server.opening;

import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Who looked at something or took it away, and when: stands on every page with opened values and on every file. It tells
 * whose copy a picture or a print is; whoever retypes the values or cuts it off takes them without it.
 *
 * @param login the name one signs in with, which is one person's alone
 */
public record Watermark(String name, String login, String office, Instant at) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    /** The mark as one line. */
    public String line(Language language) {
        return Messages.text(language, "server.watermark", name, login, office, TIME.format(at));
    }
}
