package cn.mingjian.cli;

import cn.mingjian.model.law.ResolvedLaw;
import cn.mingjian.model.problem.Language;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code law NAME ARTICLE --on DATE}: what a law says in an article on a day. */
@Command(name = "law", mixinStandardHelpOptions = true, resourceBundle = "messages.usage")
final class LawCommand implements Callable<Integer> {

    @Mixin
    private final Common common = new Common();

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "law.name")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private String name;

    @Parameters(index = "1", paramLabel = "ARTICLE", descriptionKey = "law.article")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private String article;

    @Option(names = "--on", required = true, paramLabel = "DATE", descriptionKey = "law.on")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private LocalDate on;

    @Override
    public Integer call() {
        ResolvedLaw found = common.library().laws().article(name, article, on);
        String title = common.language() == Language.ZH ? found.law() : found.english() + " (" + found.law() + ")";
        common.out().println(title + "  " + found.reference() + "  " + found.lawDate());
        common.out().println();
        common.out().println(found.words().orElse(common.say("cli.law-no-words")));
        found.note()
                .ifPresent(note -> common.out().println("\n" + common.say("cli.law-note", note.in(common.language()))));
        if (!found.verified()) {
            common.out().println("\n" + common.say("cli.law-unverified"));
        }
        if (!found.checkedForDate()) {
            common.out().println("\n" + common.say("cli.law-not-checked", found.lawDate()));
        }
        return ExitCode.DONE;
    }
}
