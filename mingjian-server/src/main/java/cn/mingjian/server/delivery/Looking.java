package cn.mingjian.server.delivery;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.Settings;
import cn.mingjian.intake.delivery.DeliveredTable;
import cn.mingjian.intake.delivery.Delivery;
import cn.mingjian.intake.delivery.UnusedTable;
import cn.mingjian.intake.read.DeliveredFile;
import cn.mingjian.model.Words;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.running.Binding;
import cn.mingjian.running.FormRegister;
import cn.mingjian.running.output.UnusedView;
import cn.mingjian.server.delivery.DeliveryPage.Form;
import cn.mingjian.server.delivery.DeliveryPage.TableShown;
import cn.mingjian.server.delivery.DeliveryPage.UnusedFile;
import cn.mingjian.server.installation.Packages;
import cn.mingjian.server.installation.ServerSettings;
import cn.mingjian.server.problem.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Looks through a folder of delivered tables for all models of the library: what is what, and what can run on it. */
@Component
class Looking {

    private final Library library;
    private final Compiler compiler;
    private final Packages packages;
    private final FormRegister forms;

    Looking(Library library, Compiler compiler, Packages packages, ServerSettings settings) {
        this.library = library;
        this.compiler = compiler;
        this.packages = packages;
        this.forms = new FormRegister(settings.forms());
    }

    /** The delivery as models read it. */
    Delivery open(Path folder) {
        return Binding.open(folder, packages.all(), library);
    }

    Look look(Path folder) {
        List<ModelPackage> packs = packages.all();
        Delivery delivery = Binding.open(folder, packs, library);
        List<ModelReadiness> ready = packs.stream()
                .map(pack -> ModelReadiness.of(
                        Binding.of(library, compiler, pack, delivery, Settings.FOR_CHECK), library.contracts()))
                .sorted(Comparator.comparing(one -> -one.model().rulesRunnable()))
                .toList();
        return new Look(
                delivery.formNumber()
                        .map(number -> new Form(
                                number,
                                forms.find(number).map(FormRegister.Form::model).orElse(null))),
                delivery.tables().values().stream().flatMap(Looking::shown).toList(),
                unused(folder, delivery, packs),
                problems(folder, delivery),
                ready.stream().map(ModelReadiness::model).toList(),
                ready.stream().flatMap(one -> one.knownUntil().stream()).min(LocalDate::compareTo));
    }

    private static Stream<TableShown> shown(DeliveredTable table) {
        return table.pieces().stream().map(piece -> {
            long row = piece.layout().headerRow();
            return new TableShown(
                    table.contract().id(),
                    table.contract().title(),
                    piece.name(),
                    piece.source().sheet().orElse(null),
                    row == 0 ? null : row,
                    piece.layout().cells().size(),
                    (int) piece.layout().headings().stream()
                            .filter(heading -> !heading.isBlank())
                            .count());
        });
    }

    private List<UnusedFile> unused(Path folder, Delivery delivery, List<ModelPackage> packs) {
        List<UnusedFile> unused = new ArrayList<>();
        delivery.unused().forEach(table -> unused.add(new UnusedFile(table.label(), reason(table, packs))));
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            if (!DeliveredFile.mayHoldTable(file) && !name.endsWith(".yaml")) {
                unused.add(new UnusedFile(name, Words.ofMessage("server.delivery-no-table")));
            }
        }
        return unused;
    }

    private Words reason(UnusedTable table, List<ModelPackage> packs) {
        return table.nearest().isEmpty()
                ? Words.ofMessage("server.delivery-strange")
                : new Words(line(table, packs, Language.ZH), line(table, packs, Language.EN));
    }

    private String line(UnusedTable table, List<ModelPackage> packs, Language language) {
        return String.join("\n", new UnusedView(language).lines(List.of(table), packs, library.contracts()));
    }

    private List<Failure.Told> problems(Path folder, Delivery delivery) {
        List<Problem> problems = new ArrayList<>(delivery.problems());
        delivery.formNumber()
                .filter(number -> forms.find(number).isEmpty())
                .ifPresent(number -> problems.add(Problem.warning(Place.of(""), "running.form-unknown", number)));
        return problems.stream()
                .map(problem -> Failure.Told.of(inside(folder, problem)))
                .toList();
    }

    /** Where the server keeps a file is nobody's business. */
    private static Problem inside(Path folder, Problem problem) {
        Place place = problem.place();
        String file = place.file().replace(folder + "/", "").replace(folder.toString(), "");
        return new Problem(
                new Place(file, place.line(), place.column()), problem.severity(), problem.code(), problem.arguments());
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
