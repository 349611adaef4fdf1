package cn.mingjian.sample;

import cn.mingjian.duckdb.SqlText;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.sample.RegisterOrder.Format;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes one register with one statement of the engine; no row passes through Java. */
final class RegisterFile {
    /** The row's own number, from which its dirt is drawn; and which copy of the row this is. */
    private static final String ROW = "\"mj row\"";

    private static final String COPY = "\"mj copy\"";

    private final Registers registers;
    private final Path folder;
    private final Dirt dirt;

    RegisterFile(Registers registers, Path folder, Dirt dirt) {
        this.registers = registers;
        this.folder = folder;
        this.dirt = dirt;
    }

    /** Writes the register in the order of its key. Returns the number of rows. */
    long write(Contract contract, Format format) {
        return copy(contract, format, " ORDER BY " + order(contract));
    }

    /** Writes the register as it is generated, without a sort, which is what huge registers want. */
    long writeAsGenerated(Contract contract, Format format) {
        return copy(contract, format, "");
    }

    private long copy(Contract contract, Format format, String order) {
        Path file = folder.resolve(contract.id() + format.suffix());
        String options =
                switch (format) {
                    case CSV, CSV_GB18030 -> " (FORMAT csv, HEADER)";
                    case PARQUET -> " (FORMAT parquet)";
                };
        long rows = registers
                .session()
                .execute("COPY (" + select(contract, format) + order + ") TO " + SqlText.path(file) + options);
        if (format == Format.CSV_GB18030) {
            Transcoding.toGb18030(file);
        }
        return rows;
    }

    private String select(Contract contract, Format format) {
        Set<String> given = registers.columns(contract.id());
        List<Column> columns = List.copyOf(contract.columns().values());
        List<String> ruinable = columns.stream()
                .filter(column -> CellDirt.canBeRuined(column, new HashSet<>(contract.key())))
                .map(Column::name)
                .toList();
        List<String> cells = new ArrayList<>();
        for (Column column : columns) {
            cells.add(cell(column, format, given, ruinable) + " AS " + SqlText.identifier(heading(contract, column)));
        }
        return "SELECT " + String.join(", ", cells) + " FROM " + rows(contract) + " r";
    }

    private String cell(Column column, Format format, Set<String> given, List<String> ruinable) {
        if (format == Format.PARQUET) {
            return CellText.typed(column, given);
        }
        String clean = CellText.of(column, given);
        return dirt.none() || clean.equals("NULL") ? clean : dirty(column, clean, ruinable);
    }

    private String heading(Contract contract, Column column) {
        return dirt.chineseHeadings(contract.id()) ? column.title().zh() : column.name();
    }

    private String rows(Contract contract) {
        String relation = Registers.relation(contract.id());
        if (dirt.none()) {
            return relation;
        }
        String row = "hash(seed(), " + SqlText.literal(contract.id()) + ", " + names("", contract.key()) + ")";
        String copies = "unnest(CASE WHEN " + row + " % 1000 < " + dirt.twice() + " THEN [0, 1] ELSE [0] END)";
        return "(SELECT *, " + row + " AS " + ROW + ", " + copies + " AS " + COPY + " FROM " + relation + ")";
    }

    private String order(Contract contract) {
        return names("r.", contract.key()) + (dirt.none() ? "" : ", r." + COPY);
    }

    private static String names(String prefix, List<String> names) {
        return names.stream().map(name -> prefix + SqlText.identifier(name)).collect(Collectors.joining(", "));
    }

    private String dirty(Column column, String clean, List<String> ruinable) {
        String cell = "hash(" + ROW + ", " + SqlText.literal(column.name()) + ")";
        String fate = "hash(" + ROW + ", 'ruin')";
        StringBuilder text = new StringBuilder("CASE");
        int index = ruinable.indexOf(column.name());
        if (index >= 0 && dirt.ruined() > 0) {
            text.append(" WHEN ").append(fate).append(" % 10000 < ").append(dirt.ruined());
            text.append(" AND ")
                    .append(fate)
                    .append(" // 10000 % ")
                    .append(ruinable.size())
                    .append(" = ")
                    .append(index);
            text.append(" THEN ").append(oneOf(CellDirt.ruins(column, clean), cell));
        }
        text.append(" WHEN ").append(cell).append(" % 1000 < ").append(dirt.otherForms());
        text.append(" THEN ").append(oneOf(CellDirt.forms(column, clean), cell));
        return text.append(" ELSE ").append(clean).append(" END").toString();
    }

    private static String oneOf(List<String> expressions, String cell) {
        StringBuilder text = new StringBuilder("CASE " + cell + " // 1000 % " + expressions.size());
        for (int i = 0; i < expressions.size(); i++) {
            text.append(" WHEN ").append(i).append(" THEN ").append(expressions.get(i));
        }
        return text.append(" END").toString();
    }
}
