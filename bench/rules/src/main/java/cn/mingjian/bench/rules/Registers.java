package cn.mingjian.bench.rules;

import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.dataset.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The registers that {@link MakeRegisters} has written into a folder, by contract. */
record Registers(Map<String, List<DatasetVersion>> versions) {

    /** Those beside one large register. */
    static Registers in(Path folder) {
        Map<String, List<DatasetVersion>> versions = new TreeMap<>();
        try (Stream<Path> found = Files.list(folder)) {
            found.filter(one -> Files.exists(one.resolve(Manifest.FILE)))
                    .forEach(one -> versions.put(one.getFileName().toString(), List.of(DatasetVersion.read(one))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Registers(versions);
    }

    /** The Parquet part of a contract, which has one. */
    Path part(String contract) {
        DatasetVersion version = versions.getOrDefault(contract, List.of()).get(0);
        return version.path(version.manifest().parts().get(0).file()).toAbsolutePath();
    }

    List<Path> parts() {
        return versions.keySet().stream().map(this::part).toList();
    }
}
