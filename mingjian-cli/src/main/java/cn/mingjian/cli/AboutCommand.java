package cn.mingjian.cli;

import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.model.library.Library;
import cn.mingjian.running.output.TextTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code about}: versions, what the library holds, licences of third parties. */
@Command(name = "about", mixinStandardHelpOptions = true, resourceBundle = "messages.usage")
final class AboutCommand implements Callable<Integer> {

    /** Written by the build, a line a library: its licences in brackets, its name, its coordinates. */
    private static final String PARTIES = "/third-parties.txt";

    private static final Pattern PARTY =
            Pattern.compile("\\s+(?<licences>(?:\\([^)]*\\) )+)(?<name>.+) \\([^:]+:[^:]+:(?<version>\\S+) - .*\\)");

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
        parties()
                .forEach(party -> licences.row(
                        party.group("name") + " " + party.group("version"),
                        party.group("licences").strip()));
        licences.lines().forEach(common.out()::println);
        return ExitCode.DONE;
    }

    /** Every library shipped beside our own code; the words of its licence lie in its jar. */
    private static List<Matcher> parties() {
        try (InputStream file = Objects.requireNonNull(AboutCommand.class.getResourceAsStream(PARTIES))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(PARTY::matcher)
                    .filter(Matcher::matches)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String engine(Library library) {
        try (DuckSession session = Common.session(library, List.of())) {
            return String.valueOf(session.one("SELECT version() AS version").text("version"));
        }
    }
}
