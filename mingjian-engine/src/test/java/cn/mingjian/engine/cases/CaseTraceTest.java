package cn.mingjian.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.engine.run.Trace.Kind;
import cn.mingjian.engine.run.Trace.Traced;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case of a model of the library, step by step. */
class CaseTraceTest {

    private static final Library LIBRARY =
            Library.open(Path.of("..", "library").toAbsolutePath().normalize());

    @Test
    void shouldCountEachStepAndMaskEveryPersonInItsRows(@TempDir Path folder) {
        DuckLimits limits = new DuckLimits(256L << 20, 1, folder, 1L << 30);
        Problems problems = new Problems();
        ModelPackage pack = PackageReader.read(
                        LIBRARY.folder().resolve("models/community-correction-revocation"), problems)
                .orElseThrow();
        TestCase fine = CaseReader.read(pack.folder().resolve("tests"), problems).stream()
                .filter(one -> one.name().equals("D5-06 a fine is enough"))
                .findFirst()
                .orElseThrow();
        CaseRunner runner = new CaseRunner(
                Compiler.of(LIBRARY),
                LIBRARY.contracts(),
                () -> DuckSession.open(limits, DuckFiles.none(), LIBRARY.functions()),
                1);

        CaseRunner.TracedCase traced = runner.trace(pack, fine, problems);

        assertThat(traced.result().passed()).isTrue();
        List<Traced> relations = traced.trace().relations();
        assertThat(of(relations, Kind.INPUT, "person").size()).isEqualTo(1);
        assertThat(of(relations, Kind.INPUT, "penalty").rows()).hasSize(1);
        assertThat(of(relations, Kind.STEP, "unregistered").kept()).isZero();
        assertThat(relations)
                .filteredOn(one -> one.kind() == Kind.RULE && one.size() == 1)
                .singleElement()
                .satisfies(rule -> {
                    assertThat(Objects.requireNonNull(rule.title()).zh()).startsWith("D5-06 ");
                    assertThat(rule.fields()).contains("id_no", "grade");
                });
        String number = fine.given().getOrDefault("cc_person", List.of()).stream()
                .flatMap(row -> row.getOrDefault("id_no", Optional.empty()).stream())
                .findFirst()
                .orElseThrow();
        assertThat(number).matches("\\d{17}[\\dX]");
        assertThat(relations.toString())
                .contains(number.substring(0, 4) + "************" + number.substring(16))
                .doesNotContain(number)
                .doesNotContain(number.substring(6, 14)); // the birthday
    }

    private static Traced of(List<Traced> relations, Kind kind, String name) {
        return relations.stream()
                .filter(one -> one.kind() == kind && one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
