package cn.mingjian.server.dataset;

import cn.mingjian.intake.map.Headings;
import cn.mingjian.intake.map.Layout;
import cn.mingjian.intake.map.Mapping;
import cn.mingjian.intake.read.DeliveredFile;
import cn.mingjian.intake.read.Peek;
import cn.mingjian.intake.read.TableSource;
import cn.mingjian.intake.read.UnreadableException;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.server.problem.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the tables in delivered files, and the contracts that they may be of. */
@Component
class FoundTables {

    private static final int MOST_GUESSES = 6;

    private final Map<Contract, Headings> headings = new LinkedHashMap<>();

    FoundTables(Library library) {
        library.contracts().ids().stream()
                .flatMap(id -> library.contracts().find(id).stream()
                        .filter(found -> found.id().equals(id)))
                .forEach(contract -> headings.put(contract, new Headings(contract)));
    }

    /** The tables of a folder, those with the same headings as one; files that cannot be read are told. */
    List<FoundTable> in(Path folder, Problems problems) {
        Map<String, List<FoundTable.Source>> found = new LinkedHashMap<>();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            try {
                for (TableSource source : DeliveredFile.open(file)) {
                    List<Peek> peeks = Peek.first(source);
                    layout(peeks).ifPresent(layout -> found.computeIfAbsent(
                                    signature(layout.headings()), any -> new ArrayList<>())
                            .add(new FoundTable.Source(name, source, peeks, layout)));
                }
            } catch (UnreadableException e) {
                problems.error(Place.of(name), e.code(), e.arguments().toArray());
            } catch (IOException e) {
                problems.error(Place.of(name), "intake.unreadable");
            }
        }
        return found.entrySet().stream()
                .map(one -> new FoundTable(one.getKey(), one.getValue()))
                .toList();
    }

    /** The table with a signature. */
    FoundTable one(Path folder, String signature) {
        return in(folder, new Problems()).stream()
                .filter(table -> table.signature().equals(signature))
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }

    /** The contracts that a table's headings name most of, best first; a file that is called like one comes before all. */
    List<Guess> guesses(FoundTable table) {
        List<Guess> guesses = new ArrayList<>();
        headings.forEach((contract, known) -> Layout.find(table.first().peeks(), known, Mapping.none(contract.id()))
                .ifPresent(layout -> guesses.add(new Guess(contract, layout, named(table, contract)))));
        guesses.sort(Comparator.comparing((Guess guess) -> !guess.named()).thenComparing(guess -> -guess.share()));
        return guesses.subList(0, Math.min(guesses.size(), MOST_GUESSES));
    }

    /**
     * A contract that a table may be of.
     *
     * @param named whether its file is called like the contract
     */
    record Guess(Contract contract, Layout layout, boolean named) {

        /** How much of the table is known: headings that are columns, the key above all. */
        double share() {
            double known = layout.cells().size();
            boolean key = layout.cells().keySet().containsAll(contract.key());
            return known * known / (known + layout.ignored().size()) * (key ? 2 : 1);
        }
    }

    private static boolean named(FoundTable table, Contract contract) {
        String name = table.first().label();
        return name.contains(contract.title().zh()) || name.startsWith(contract.id() + ".");
    }

    /** Where the headings stand: as the contract that knows most of them says, else by the look of the rows. */
    private Optional<Layout> layout(List<Peek> peeks) {
        return headings.entrySet().stream()
                .flatMap(one -> Layout.find(
                        peeks, one.getValue(), Mapping.none(one.getKey().id()))
                        .stream())
                .max(Comparator.comparing(layout -> layout.cells().size()))
                .or(() -> Layout.guess(peeks));
    }

    /** The same for the same headings, whatever their order and writing. */
    static String signature(List<String> headings) {
        String plain = headings.stream()
                .map(Headings::plain)
                .filter(heading -> !heading.isEmpty())
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(DeliveredFile::mayHoldTable).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
