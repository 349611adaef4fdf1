package cn.mingjian.engine.run;

import cn.mingjian.model.dataset.Part;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The digest of everything that decides a run's result: equal fingerprints mean equal clues. */
final class Fingerprints {

    private Fingerprints() {}

    static String of(ModelPackage pack, RunOrder order, Library library) {
        List<Object> parts = new ArrayList<>();
        parts.add(order.productVersion());
        parts.add(pack.digest());
        parts.add(order.asOf().toString());
        parts.add(new TreeMap<>(order.values()));
        new TreeMap<>(order.datasets()).forEach((contract, versions) -> {
            parts.add(contract);
            library.contracts().find(contract).ifPresent(found -> parts.add(found.version()));
            versions.forEach(version -> {
                parts.add(version.manifest().coverage());
                version.manifest().parts().stream().map(Part::sha256).forEach(parts::add);
            });
        });
        pack.tables()
                .values()
                .forEach(table -> library.tables().find(table.text()).ifPresent(found -> parts.add(found.digest())));
        parts.add(text(library.folder().resolve("laws").resolve("index.yaml")));
        return Json.digest(parts);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
