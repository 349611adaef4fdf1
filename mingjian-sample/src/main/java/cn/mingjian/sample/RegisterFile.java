package cn.mingjian.sample;

import cn.mingjian.duckdb.SqlText;
import cn.mingjian.model.contract.Contract;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes one register as a text file with one statement of the engine; no row passes through Java. */
final class RegisterFile {
    private final Registers registers;
    private final Path folder;

    RegisterFile(Registers registers, Path folder) {
        this.registers = registers;
        this.folder = folder;
    }

    /** Writes the register in the order of its key. Returns the number of rows. */
    long write(Contract contract) {
        Set<String> given = registers.columns(contract.id());
        refuseUnknown(contract, given);
        String cells = contract.columns().values().stream()
                .map(column -> CellText.of(column, given) + " AS " + SqlText.identifier(column.name()))
                .collect(Collectors.joining(", "));
        String key = contract.key().stream()
                .map(name -> "r." + SqlText.identifier(name))
                .collect(Collectors.joining(", "));
        return registers
                .session()
                .execute("COPY (SELECT " + cells + " FROM " + Registers.relation(contract.id()) + " r ORDER BY " + key
                        + ") TO " + SqlText.path(folder.resolve(contract.id() + ".csv")) + " (FORMAT csv, HEADER)");
    }

    private static void refuseUnknown(Contract contract, Set<String> given) {
        given.stream()
                .filter(name -> !contract.columns().containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalStateException("The sample's register " + contract.id() + " has a column " + name
                            + " that its contract lacks.");
                });
    }
}
