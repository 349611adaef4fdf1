package cn.mingjian.cli;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.duckdb.Planning;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.model.problem.Problems;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands share: language, library, where output goes. */
final class Common {

    private static final long ENGINE_MEMORY = 2L << 30;
    private static final long ENGINE_DISK = 50L << 30;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    @Option(names = "--lang", descriptionKey = "lang", defaultValue = "zh")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private Language language;

    @Option(names = "--library", descriptionKey = "library")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private Path library;

    /** The options of the command that was called, or the defaults where it has none. */
    static Common of(CommandLine command) {
        Object mixin = command.getCommandSpec().mixins().containsKey("common")
                ? command.getCommandSpec().mixins().get("common").userObject()
                : new Common();
        return (Common) mixin;
    }

    Language language() {
        return language == null ? Language.ZH : language;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    String say(String key, Object... arguments) {
        return Messages.text(language(), key, arguments);
    }

    /** The library asked for, or the one beside the product. */
    Library library() {
        Path folder = library == null ? home().resolve("library") : library;
        if (!Files.isDirectory(folder.resolve("contracts"))) {
            throw new ProblemException(Place.of(folder.toString()), "cli.no-library");
        }
        return Library.open(folder);
    }

    /** The folder of the product; the launcher says where it is. */
    static Path home() {
        return Path.of(System.getProperty("mingjian.home", "."));
    }

    /**
     * Where the product keeps what it makes: the system property {@code mingjian.data}, the environment variable
     * {@code MINGJIAN_DATA}, or the folder {@code work} beside the product.
     */
    static Path dataHome() {
        String folder = System.getProperty("mingjian.data", System.getenv("MINGJIAN_DATA"));
        return folder == null ? home().resolve("work") : Path.of(folder);
    }

    /** Where runs and sessions keep what they need while they last. */
    static Path work() {
        return dataHome().resolve("work");
    }

    /** The register of form numbers. */
    static Path forms() {
        return dataHome().resolve("state/forms.jsonl");
    }

    /** What an engine session of the command line may use. */
    static DuckLimits limits() {
        return new DuckLimits(
                ENGINE_MEMORY, Runtime.getRuntime().availableProcessors(), Spilling.folder(work()), ENGINE_DISK);
    }

    static Compiler compiler(Library library) {
        return Compiler.of(library);
    }

    /** A session that works in memory and reads exactly these files. */
    static DuckSession session(Library library, List<Path> files) {
        return DuckSession.open(limits(), DuckFiles.reading(files), library.functions());
    }

    /** A session of one thread for test cases: many statements over few rows. */
    static DuckSession caseSession(Library library) {
        DuckLimits all = limits();
        DuckLimits one = new DuckLimits(all.memoryBytes(), 1, all.temporaryParent(), all.temporaryBytes());
        return DuckSession.open(one, DuckFiles.none(), library.functions(), Planning.AS_WRITTEN);
    }

    /** The folder of a model named by its folder or by its id in the library. */
    static Path modelFolder(Library library, String model) {
        Path folder = Path.of(model);
        return Files.isDirectory(folder)
                ? folder
                : library.folder().resolve("models").resolve(model);
    }

    /** Prints problems, each on a line. */
    void print(Problems problems) {
        problems.list().forEach(problem -> err().println(Messages.render(problem, language())));
    }
}
