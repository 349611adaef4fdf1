package cn.mingjian.cli;

import cn.mingjian.model.contract.ContractReader;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.version.VersionChange;
import cn.mingjian.model.yaml.YamlFile;
import cn.mingjian.model.yaml.YamlMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code check PATH...}: every mistake of a package, or of a contract's file, in one pass; with {@code --against OLD} also
 * what changed since then, and whether the version number says so.
 */
@Command(name = "check", mixinStandardHelpOptions = true, resourceBundle = "messages.usage")
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private final Common common = new Common();

    @Parameters(arity = "1..*", paramLabel = "PATH", descriptionKey = "check.path")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private List<String> paths;

    @Option(names = "--against", paramLabel = "OLD", descriptionKey = "check.against")
    private @Nullable Path old;

    @Override
    public Integer call() {
        Library library = common.library();
        boolean errors = false;
        for (String path : paths) {
            Problems problems = new Problems();
            Path contract = Path.of(path);
            boolean isContract = path.endsWith(".yaml") && Files.isRegularFile(contract);
            if (isContract) {
                YamlFile.read(contract, path, problems).ifPresent(ContractReader::read);
            } else {
                PackageReader.read(Common.modelFolder(library, path), problems)
                        .ifPresent(found -> Common.compiler(library).check(found));
            }
            if (old != null) {
                Path now = isContract
                        ? contract
                        : Common.modelFolder(library, path).resolve(ModelPackage.FILE);
                compare(isContract || !Files.isDirectory(old) ? old : old.resolve(ModelPackage.FILE), now, problems);
            }
            common.print(problems);
            errors |= problems.hasErrors();
            common.out().println(common.say(problems.hasErrors() ? "cli.check-errors" : "cli.check-fine", path));
        }
        return errors ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }

    /** Says what changed, and notes a version number that does not say enough. */
    private void compare(Path before, Path now, Problems problems) {
        Problems reading = new Problems();
        Optional<YamlMap> one = read(before, reading);
        Optional<YamlMap> two = read(now, reading);
        if (one.isPresent() && two.isPresent()) {
            Optional<VersionChange> change = now.endsWith(ModelPackage.FILE)
                    ? VersionChange.ofModel(one.get(), two.get())
                    : VersionChange.ofContract(one.get(), two.get());
            change.ifPresent(found -> {
                found.lines().forEach(line -> common.out().println(Messages.render(line, common.language())));
                common.out()
                        .println(
                                common.say("cli.check-step", found.from(), found.to(), found.needed(), found.stated()));
                found.refuseTooSmall(two.get().placeOf("version"), problems);
            });
        }
        problems.addAll(reading.list());
    }

    private static Optional<YamlMap> read(Path file, Problems problems) {
        if (!Files.isRegularFile(file)) {
            problems.error(Place.of(file.toString()), "package.no-file", file.getFileName());
            return Optional.empty();
        }
        return YamlFile.read(file, file.toString(), problems);
    }
}
