package cn.mingjian.intake.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A record near the start of a table, kept to find the headings.
 *
 * @param number as of {@link Row#number()}
 */
public record Peek(long number, List<String> cells) {

    /** The first records of a table that are not blank. */
    public static List<Peek> first(TableSource source) throws IOException {
        List<Peek> peeks = new ArrayList<>();
        Row row = new Row();
        try (RowReader reader = source.open()) {
            while (peeks.size() < Limits.PEEK_ROWS && reader.next(row)) {
                if (!row.blank() && row.fault() == Row.Fault.NONE) {
                    peeks.add(new Peek(row.number(), row.texts()));
                }
            }
        }
        return peeks;
    }
}
