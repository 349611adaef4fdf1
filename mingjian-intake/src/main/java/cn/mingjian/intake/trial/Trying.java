package cn.mingjian.intake.trial;

import cn.mingjian.intake.clean.Cleaned;
import cn.mingjian.intake.clean.Cleaned.Outcome;
import cn.mingjian.intake.clean.Reason;
import cn.mingjian.intake.delivery.DeliveredTable;
import cn.mingjian.intake.delivery.DeliveredTable.Piece;
import cn.mingjian.intake.read.Row;
import cn.mingjian.intake.read.RowReader;
import cn.mingjian.intake.trial.Trial.SampleCell;
import cn.mingjian.intake.trial.Trial.SampleRow;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tries a table's mapping on its first rows. */
public final class Trying {

    private static final int FIRST = 8;
    private static final int WITH_PROBLEMS = 12;

    private final DeliveredTable table;
    private final Set<String> wanted;
    private final long most;
    private final LocalDate today;
    private final List<TriedColumn> columns = new ArrayList<>();
    private final List<SampleRow> sample = new ArrayList<>();
    private final Cleaned cleaned = new Cleaned();
    private long rows;
    private long rejected;
    private int problems;

    private Trying(DeliveredTable table, Set<String> wanted, long most, LocalDate today) {
        this.table = table;
        this.wanted = wanted;
        this.most = most;
        this.today = today;
    }

    /**
     * Tries the first rows.
     *
     * @param wanted columns that are to be kept
     * @param most how many rows are tried
     */
    public static Trial of(DeliveredTable table, Set<String> wanted, long most, LocalDate today) throws IOException {
        return new Trying(table, wanted, most, today).trial();
    }

    private Trial trial() throws IOException {
        table.columns().stream().filter(wanted::contains).forEach(name -> columns.add(new TriedColumn(table, name)));
        boolean whole = true;
        for (Piece piece : table.pieces()) {
            whole = whole && read(piece);
        }
        Optional<TriedColumn> dating = table.contract().datedBy().flatMap(name -> columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst());
        return new Trial(
                rows,
                whole,
                rejected,
                columns.stream().map(TriedColumn::counted).toList(),
                List.copyOf(sample),
                dating.flatMap(TriedColumn::firstDay),
                dating.flatMap(TriedColumn::lastDay));
    }

    /** False when there are more rows than are tried. */
    private boolean read(Piece piece) throws IOException {
        columns.forEach(column -> column.at(piece));
        Row row = new Row();
        try (RowReader reader = piece.source().open()) {
            while (reader.next(row)) {
                if (row.number() > piece.layout().headerRow() && !row.blank()) {
                    if (rows == most) {
                        return false;
                    }
                    rows++;
                    take(piece, row);
                }
            }
        }
        return true;
    }

    private void take(Piece piece, Row row) {
        Reason broken = broken(piece, row);
        if (broken != Reason.NONE) {
            rejected++;
            if (problems++ < WITH_PROBLEMS) {
                sample.add(new SampleRow(row.number(), broken, List.of()));
            }
            return;
        }
        boolean rejects = false;
        boolean problem = false;
        for (TriedColumn column : columns) {
            column.clean(row, cleaned, today);
            rejects |= column.rejects(cleaned);
            problem |= cleaned.invalid() || cleaned.outcome() == Outcome.UNTYPABLE;
        }
        rejected += rejects ? 1 : 0;
        boolean shown = rows <= FIRST || (rejects || problem) && problems < WITH_PROBLEMS;
        problems += rejects || problem ? 1 : 0;
        if (shown) {
            sample.add(new SampleRow(row.number(), Reason.NONE, cells(row)));
        }
    }

    private List<SampleCell> cells(Row row) {
        List<SampleCell> cells = new ArrayList<>();
        for (TriedColumn column : columns) {
            column.look(row, cleaned);
            boolean rejects = column.rejects(cleaned);
            Reason reason =
                    rejects && cleaned.outcome() == Outcome.MISSING ? Reason.REQUIRED_MISSING : cleaned.reason();
            cells.add(new SampleCell(column.text(row), column.value(cleaned), reason, cleaned.invalid(), rejects));
        }
        return cells;
    }

    private static Reason broken(Piece piece, Row row) {
        return switch (row.fault()) {
            case QUOTE -> Reason.QUOTE;
            case TOO_LONG -> Reason.TOO_LONG;
            case JSON -> Reason.JSON;
            case NONE ->
                piece.source().positional()
                                || row.cells() == piece.layout().headings().size()
                        ? Reason.NONE
                        : Reason.RAGGED;
        };
    }
}
