package cn.mingjian.server.request.pack;

import cn.mingjian.intake.form.FormTable;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.server.paper.OfficialPaper;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The letter (商请函, 调取函) by which an office asks another body for data.
 *
 * @param office who asks
 * @param way the word of the way by which it asks
 * @param number of the letter; a blank one is filled in by hand
 * @param bases the provisions, as letters name them
 * @param regions names; none where the whole area of the office is meant
 */
public record LetterPaper(
        String office,
        String way,
        String provider,
        String number,
        List<String> bases,
        String purpose,
        List<FormTable> tables,
        Period period,
        List<String> regions,
        String handingOver,
        String contact,
        @Nullable LocalDate due,
        LocalDate today) {

    private static final List<Integer> WIDTHS = List.of(9, 41, 25, 25);

    /** The days that the data are to cover; each side may be open. */
    public record Period(@Nullable LocalDate from, @Nullable LocalDate until) {}

    /** Writes the letter as Word to a stream, which stays open. */
    public void write(OutputStream out) throws IOException {
        OfficialPaper paper = new OfficialPaper();
        paper.title(office, say("title-" + way));
        paper.middle(number.isBlank() ? say("number-blank") : number);
        paper.gap();
        paper.flush(say("to", provider));
        paper.text(say("opening-" + way, purpose.replaceAll("[。；;.]+$", ""), String.join("、", bases)));
        paper.heading(say("what"));
        paper.text(say("what-text", tables.size()));
        paper.table(
                WIDTHS,
                List.of(say("column-number"), say("column-table"), say("column-required"), say("column-helpful")),
                rows());
        paper.heading(say("scope"));
        paper.text(say("period", time()));
        paper.text(say("regions", regions.isEmpty() ? say("regions-own") : String.join("、", regions)));
        paper.heading(say("handing-over"));
        paper.text(handingOver);
        paper.text(due == null ? say("no-due") : say("due", day(due)));
        paper.heading(say("safety"));
        paper.text(say("safety-text"));
        paper.heading(say("contact"));
        paper.text(contact);
        paper.gap();
        enclosures().forEach(paper::text);
        paper.gap();
        paper.gap();
        paper.right(office);
        paper.right(day(today));
        paper.write(out);
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (FormTable table : tables) {
            long required = table.asked().stream().filter(table::needed).count();
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    table.contract().title().in(Language.ZH),
                    say("columns", required),
                    say("columns", table.asked().size() - required)));
        }
        return rows;
    }

    private String time() {
        LocalDate from = period.from();
        LocalDate until = period.until();
        if (from == null) {
            return until == null ? say("period-any") : say("period-until", day(until));
        }
        return until == null ? say("period-from", day(from)) : say("period-both", day(from), day(until));
    }

    private static List<String> enclosures() {
        return List.of(say("enclosures"), say("enclosure-2"), say("enclosure-3"));
    }

    static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static String say(String key, Object... arguments) {
        return Messages.text(Language.ZH, "letter." + key, arguments);
    }
}
