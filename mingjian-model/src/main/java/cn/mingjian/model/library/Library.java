package cn.mingjian.model.library;

import cn.mingjian.functions.DomainFunction;
import cn.mingjian.functions.DomainFunctions;
import cn.mingjian.functions.HolidayCalendar;
import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.law.LawIndex;
import cn.mingjian.model.region.RegionFunctions;
import cn.mingjian.model.region.RegionTree;
import cn.mingjian.model.table.Holidays;
import cn.mingjian.model.table.ReferenceTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A library: contracts, reference tables, laws and models in one folder. Each part is read when first asked for. */
public final class Library {

    private final Path folder;
    private final Contracts contracts;
    private final ReferenceTables tables;
    private final LawIndex laws;
    private volatile List<DomainFunction> functions = List.of();

    /** @param folder holds {@code contracts/}, {@code tables/}, {@code laws/}, {@code models/} */
    public Library(Path folder, Contracts contracts, ReferenceTables tables, LawIndex laws) {
        this.folder = folder;
        this.contracts = contracts;
        this.tables = tables;
        this.laws = laws;
    }

    /** The library in a folder. */
    public static Library open(Path folder) {
        return new Library(
                folder,
                new Contracts(List.of(folder.resolve("contracts"))),
                new ReferenceTables(List.of(folder.resolve("tables"))),
                LawIndex.load(folder));
    }

    public Path folder() {
        return folder;
    }

    public Contracts contracts() {
        return contracts;
    }

    public ReferenceTables tables() {
        return tables;
    }

    public LawIndex laws() {
        return laws;
    }

    /** The functions that models may call, by the library's holiday table and its region tree where it has one. */
    public List<DomainFunction> functions() {
        if (functions.isEmpty()) {
            functions = readFunctions();
        }
        return functions;
    }

    private List<DomainFunction> readFunctions() {
        HolidayCalendar calendar = tables.find(Holidays.TABLE)
                .map(Holidays::calendar)
                .orElseGet(() -> new HolidayCalendar(Set.of(), Set.of(), 1, 0));
        List<DomainFunction> all = new ArrayList<>(DomainFunctions.all(calendar));
        if (Files.isDirectory(folder.resolve("regions"))) {
            all.addAll(RegionFunctions.all(RegionTree.load(folder)));
        }
        return List.copyOf(all);
    }

    /** Folders of the models, by name. */
    public List<Path> models() {
        Path models = folder.resolve("models");
        if (!Files.isDirectory(models)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(models)) {
            return found.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
