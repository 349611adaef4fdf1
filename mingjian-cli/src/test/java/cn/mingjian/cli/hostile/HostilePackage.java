package cn.mingjian.cli.hostile;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.Delivered;
import cn.mingjian.compiler.Settings;
import cn.mingjian.compiler.plan.Columns;
import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.compiler.plan.RulePlan;
import cn.mingjian.compiler.plan.SourcePlan;
import cn.mingjian.compiler.plan.Stage;
import cn.mingjian.intake.map.Mapping;
import cn.mingjian.intake.map.MappingReader;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.running.RunValues;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A case written out into files: a library of its own, a model that reads it, a mapping. */
final class HostilePackage {

    private static final Path FRAMES = HostileTable.FOLDER.resolve("frames");
    private static final LocalDate DAY = LocalDate.of(2024, 9, 30);

    private final HostileCase attack;
    private final Path folder;
    private final Path library;
    private final Path model;
    private final Path file;

    HostilePackage(HostileCase attack, Path folder) throws IOException {
        this.attack = attack;
        this.folder = Files.createDirectories(folder);
        this.library = folder.resolve("library");
        this.model = Files.createDirectories(folder.resolve("model"));
        copy(HostileTable.FOLDER.resolve("library"), library);
        Files.copy(FRAMES.resolve("reader.yaml"), model.resolve(ModelPackage.FILE));
        this.file = target();
        write();
    }

    private Path target() throws IOException {
        return switch (attack.place()) {
            case "table" -> library.resolve("tables/price." + (frame().endsWith(".csv") ? "csv" : "yaml"));
            case "contract" -> library.resolve("contracts/lone.yaml");
            case "mapping" ->
                Files.createDirectories(folder.resolve("mappings")).resolve("mapping.yaml");
            default -> model.resolve(ModelPackage.FILE);
        };
    }

    private String frame() {
        return Files.exists(FRAMES.resolve(attack.in() + ".csv")) ? attack.in() + ".csv" : attack.in() + ".yaml";
    }

    private void write() throws IOException {
        Files.deleteIfExists(file);
        switch (attack.file()) {
            case "zip" -> zip();
            case "link" -> {
                Path outside = Files.writeString(
                        Files.createDirectories(folder.resolve("elsewhere")).resolve("outside.txt"),
                        framed().replace(HostileCase.MARK, ""));
                Files.createSymbolicLink(file, outside);
            }
            default -> Files.writeString(file, framed().replace(HostileCase.MARK, ""), StandardCharsets.UTF_8);
        }
    }

    /** An archive with an entry that names a file outside. */
    private void zip() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("../../escaped.yaml"));
            zip.write("id: escaped\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The whole file with the attack and its mark. */
    private String framed() throws IOException {
        String frame = Files.readString(FRAMES.resolve(frame()), StandardCharsets.UTF_8);
        int hole = frame.indexOf("HOLE");
        if (hole < 0) {
            return frame.replace("TYPE", attack.type()).replace("VALUE", value());
        }
        int start = frame.lastIndexOf('\n', hole) + 1;
        String before = frame.substring(start, hole);
        String indent = before.isBlank() ? before : "";
        return frame.replace("TYPE", attack.type())
                .replace("HOLE", attack.text().strip().replace("\n", "\n" + indent));
    }

    /** A right value of the type, where the attack comes by {@code --set}. */
    private String value() {
        return switch (attack.type()) {
            case "integer" -> "1";
            case "money" -> "\"1.00\"";
            case "date" -> "\"2024-01-01\"";
            case "boolean" -> "true";
            default -> "x";
        };
    }

    /** Where the message must point. */
    Place place() throws IOException {
        if (attack.place().equals("set")) {
            return Place.of("--set p");
        }
        String shown = attack.place().equals("mapping") ? file.getFileName().toString() : file.toString();
        String text = framed();
        int at = text.indexOf(HostileCase.MARK);
        if (at < 0) {
            return Place.of(shown);
        }
        int start = text.lastIndexOf('\n', at) + 1;
        int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        return new Place(shown, line, text.codePointCount(start, at) + 1);
    }

    /** What the product says. */
    List<Problem> problems() {
        Problems problems = new Problems();
        try {
            if (attack.place().equals("mapping")) {
                mapping(problems);
            } else {
                plan(problems);
            }
        } catch (ProblemException e) {
            problems.addAll(e.problems());
        }
        return problems.list();
    }

    private Optional<Mapping> mapping(Problems problems) {
        return MappingReader.read(
                file, Library.open(library).contracts().find("stay").orElseThrow(), problems);
    }

    private Plan plan(Problems problems) {
        Library opened = Library.open(library);
        Compiler compiler = Compiler.of(opened);
        ModelPackage pack =
                PackageReader.read(model, problems).orElseThrow(() -> new ProblemException(problems.list()));
        compiler.check(pack);
        boolean set = attack.place().equals("set");
        RunValues values =
                RunValues.of(pack, null, set ? Map.of("p", attack.text()) : Map.of(), RunValues.OPTION, problems);
        problems.throwIfErrors();
        return compiler.compile(
                pack, Delivered.RAW, new Settings(DAY, values.values(), false), Keeping.TRACED, Columns.ALL);
    }

    /** Every statement for the engine with its literals and quoted names blanked. */
    String skeleton() {
        if (attack.place().equals("mapping")) {
            return mapping(new Problems()).orElseThrow().columns().keySet().toString();
        }
        return statements(plan(new Problems()))
                .map(sql -> sql.replaceAll("'(?:[^']|'')*'", "'?'"))
                .collect(Collectors.joining(";\n"));
    }

    private static Stream<String> statements(Plan plan) {
        List<String> all = new ArrayList<>();
        for (Plan.Act act : plan.acts()) {
            if (act instanceof Plan.Act.OfStage of && of.stage() instanceof Stage.Statement statement) {
                add(statement, all);
            } else if (act instanceof Plan.Act.OfRule of) {
                RulePlan rule = of.rule();
                add(rule.hits(), all);
                all.add(rule.clues());
                rule.sources().stream().flatMap(SourcePlan::queries).forEach(all::add);
                if (!rule.readings().isEmpty()) {
                    all.add(rule.readings());
                }
                all.addAll(rule.lowerBounds().values());
            }
        }
        return all.stream();
    }

    private static void add(Stage.Statement statement, List<String> all) {
        all.add(statement.create());
        all.add(statement.view());
        all.add(statement.uncounted());
        all.addAll(statement.undecided().values());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path one : files.toList()) {
                Files.copy(one, to.resolve(from.relativize(one).toString()));
            }
        }
    }
}
