package cn.mingjian.engine.worker;

import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.engine.run.Json;
import cn.mingjian.engine.run.RunOrder;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code order.json}: all that a run is told. Every path in it is absolute. Its JSON Schema is {@code order.schema.json}
 * in the folder {@code schema} of the resources.
 *
 * @param product version of the product, part of the run's fingerprint
 * @param library folder of the library
 * @param pack which package is run; the run is refused when the folder holds another by now
 * @param bindings folders of the bound dataset versions by contract id; several are one table
 * @param purpose case number, special action or study; empty when none was stated
 * @param parameters values that differ from the package's defaults
 * @param unknown whether the rows that no step could decide are listed
 * @param numberingKey the file with the numbering key; never the key itself
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record OrderFile(
        int schema,
        String product,
        String library,

        @JsonProperty("package") Pack pack,

        Map<String, List<String>> bindings,
        LocalDate asOf,
        String purpose,
        Map<String, Parameter> parameters,
        Keeping keeping,
        boolean unknown,
        String numberingKey,
        Limits limits) {

    public static final int SCHEMA = 1;

    /** A package: its folder and the digest of its text. */
    public record Pack(String path, String digest) {}

    /** A parameter's value and where it comes from: a profile or {@code --set}. */
    public record Parameter(String value, String source) {}

    /**
     * What the run may use at most.
     *
     * @param memoryBytes memory of the engine
     * @param heapBytes memory of Java, on top
     * @param threads threads of the engine
     * @param temporaryBytes disk space for spilling
     * @param wallSeconds time until it is stopped
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Limits(long memoryBytes, long heapBytes, int threads, long temporaryBytes, long wallSeconds) {}

    /**
     * Reads an order: every key of the schema and no other, and every path absolute, so that it means the same in the
     * process that reads it.
     *
     * @throws ProblemException when it is another thing
     */
    static OrderFile read(Path file) {
        try {
            OrderFile order = Json.readWhole(Files.readString(file), OrderFile.class);
            order.wrongKey().ifPresent(key -> {
                throw new ProblemException(Place.of(file.toString()), "worker.order-value", key);
            });
            return order;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            Place place = new Place(file.toString(), Math.max(0, at.getLineNr()), Math.max(0, at.getColumnNr()));
            throw new ProblemException(place, "worker.order");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> wrongKey() {
        Map<String, List<String>> paths = new LinkedHashMap<>();
        paths.put("library", List.of(library));
        paths.put("package", List.of(pack.path()));
        paths.put("bindings", bindings.values().stream().flatMap(List::stream).toList());
        paths.put("numbering_key", List.of(numberingKey));
        if (schema != SCHEMA) {
            return Optional.of("schema");
        }
        return paths.entrySet().stream()
                .filter(one ->
                        !one.getValue().stream().allMatch(path -> Path.of(path).isAbsolute()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Writes the order into a folder that only its owner can enter. */
    void write(Path file) throws IOException {
        Files.writeString(file, Json.line(this) + "\n");
    }

    /** The order with its dataset versions read. */
    RunOrder order() {
        Map<String, List<DatasetVersion>> datasets = new LinkedHashMap<>();
        bindings.forEach((contract, folders) -> datasets.put(
                contract,
                folders.stream()
                        .map(folder -> DatasetVersion.read(Path.of(folder)))
                        .toList()));
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> sources = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> {
            values.put(name, parameter.value());
            sources.put(name, parameter.source());
        });
        return new RunOrder(datasets, asOf, values, sources, purpose, keeping, unknown, product);
    }
}
