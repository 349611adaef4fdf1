package cn.mingjian.cli;

import cn.mingjian.cli.output.TextTable;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.model.library.Library;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code about}: versions, what the library holds, licences of third parties. */
@Command(name = "about", mixinStandardHelpOptions = true, resourceBundle = "messages.usage")
final class AboutCommand implements Callable<Integer> {

    /** What is shipped beside our own code, and under which licence; its texts lie in the jars. */
    private static final List<List<String>> PARTIES = List.of(
            List.of("DuckDB JDBC", "MIT"),
            List.of("Apache POI, Commons, Log4j API", "Apache-2.0"),
            List.of("fastexcel, fastexcel-reader, opczip", "Apache-2.0"),
            List.of("Jackson", "Apache-2.0"),
            List.of("aalto-xml", "Apache-2.0"),
            List.of("stax2-api", "BSD-2-Clause"),
            List.of("picocli", "Apache-2.0"),
            List.of("snakeyaml-engine", "Apache-2.0"),
            List.of("SparseBitSet", "Apache-2.0"),
            List.of("RE2/J", "BSD-3-Clause"),
            List.of("JSpecify", "Apache-2.0"));

    @Mixin
    private final Common common = new Common();

    @Override
    public Integer call() {
        Library library = common.library();
        TextTable table = new TextTable(60, List.of())
                .row(common.say("cli.about-part"), common.say("cli.about-state"))
                .row("Mingjian", Version.text())
                .row("Java", Runtime.version() + " " + System.getProperty("os.arch"))
                .row("DuckDB", engine(library))
                .row(
                        common.say("cli.about-models"),
                        String.valueOf(library.models().size()))
                .row(
                        common.say("cli.about-contracts"),
                        String.valueOf(library.contracts().ids().size()))
                .row(
                        common.say("cli.about-laws"),
                        String.valueOf(library.laws().laws().size()))
                .row(
                        common.say("cli.about-functions"),
                        String.valueOf(library.functions().size()))
                .row(common.say("cli.about-data"), Common.dataHome().toString());
        table.lines().forEach(common.out()::println);
        common.out().println();
        TextTable licences =
                new TextTable(60, List.of()).row(common.say("cli.about-party"), common.say("cli.about-licence"));
        PARTIES.forEach(party -> licences.row(party.get(0), party.get(1)));
        licences.lines().forEach(common.out()::println);
        return ExitCode.DONE;
    }

    private static String engine(Library library) {
        try (DuckSession session = Common.session(library, List.of())) {
            return String.valueOf(session.one("SELECT version() AS version").text("version"));
        }
    }
}
