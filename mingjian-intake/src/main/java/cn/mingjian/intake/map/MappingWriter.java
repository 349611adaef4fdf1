package cn.mingjian.intake.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a recipe as the text that {@link MappingReader} reads. */
public final class MappingWriter {

    private MappingWriter() {}

    /** The recipe as YAML. */
    public static String yaml(Mapping mapping) {
        StringBuilder yaml =
                new StringBuilder("contract: ").append(mapping.contract()).append('\n');
        mapping.headerRow()
                .ifPresent(row -> yaml.append("header_row: ").append(row).append('\n'));
        mapping.sheet()
                .ifPresent(sheet -> yaml.append("sheet: ").append(quoted(sheet)).append('\n'));
        yaml.append("missing: ").append(list(mapping.missing())).append("\ncolumns:\n");
        mapping.columns()
                .forEach((name, how) ->
                        yaml.append("  ").append(column(name, how)).append('\n'));
        return yaml.toString();
    }

    /** The line of one column. */
    public static String column(String name, ColumnMapping how) {
        return name + ": {" + String.join(", ", entries(how)) + "}";
    }

    private static List<String> entries(ColumnMapping how) {
        List<String> entries = new ArrayList<>();
        if (!how.from().isEmpty()) {
            entries.add("from: " + (how.from().size() == 1 ? quoted(how.from().get(0)) : list(how.from())));
        }
        if (how.unit().compareTo(java.math.BigDecimal.ONE) != 0) {
            entries.add("unit: " + quoted(how.unit().toPlainString()));
        }
        if (!how.codes().isEmpty()) {
            entries.add("codes: {"
                    + how.codes().entrySet().stream().map(MappingWriter::pair).collect(Collectors.joining(", ")) + "}");
        }
        if (!how.dates().isEmpty()) {
            entries.add("dates: " + list(how.dates()));
        }
        how.value().ifPresent(value -> entries.add("value: " + quoted(value)));
        return entries;
    }

    private static String list(Collection<String> texts) {
        return texts.stream().map(MappingWriter::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String pair(Map.Entry<String, String> code) {
        return quoted(code.getKey()) + ": " + quoted(code.getValue());
    }

    /** A text as it stands in a recipe. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\x%02x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
