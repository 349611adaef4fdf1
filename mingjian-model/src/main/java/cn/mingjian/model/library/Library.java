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

/**
 * A library: contracts, reference tables, laws and models in one folder. Each part is read when first asked for.
 *
 * @param folder holds {@code contracts/}, {@code tables/}, {@code laws/}, {@code models/}
 */
public record Library(Path folder, Contracts contracts, ReferenceTables tables, LawIndex laws) {

    /** The library in a folder. */
    public static Library open(Path folder) {
        return new Library(
                folder,
                new Contracts(List.of(folder.resolve("contracts"))),
                new ReferenceTables(List.of(folder.resolve("tables"))),
                LawIndex.load(folder));
    }

    /** The functions that models may call, by the library's holiday table and its region tree where it has one. */
    public List<DomainFunction> functions() {
        HolidayCalendar calendar = tables.find(Holidays.TABLE)
                .map(Holidays::calendar)
                .orElseGet(() -> new HolidayCalendar(Set.of(), Set.of(), 1, 0));
        List<DomainFunction> functions = new ArrayList<>(DomainFunctions.all(calendar));
        if (Files.isDirectory(folder.resolve("regions"))) {
            functions.addAll(RegionFunctions.all(RegionTree.load(folder)));
        }
        return List.copyOf(functions);
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
