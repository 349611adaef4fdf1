package cn.mingjian.cli.schema;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.pattern.Patterns;
import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.template.TemplateReader;
import cn.mingjian.engine.cases.CaseReader;
import cn.mingjian.intake.delivery.CoverageFile;
import cn.mingjian.intake.map.MappingReader;
import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.law.LawIndex;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.FactWords;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem.Severity;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.table.ReferenceTables;
import cn.mingjian.running.RunValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Editors and readers agree: the schemas hold every file of the library, and know the keys that the readers know. */
class SchemasTest {

    private static final Path LIBRARY = Path.of("../library");
    private static final Path FIXTURES = Path.of("../mingjian-compiler/src/test/resources");
    private static final Path EXAMPLES = Path.of("src/test/resources/schema");

    private final Path folder;

    SchemasTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void shouldHoldEveryModel() throws IOException {
        Schema schema = Schema.of("model");
        Library library = Library.open(LIBRARY);
        Compiler compiler = Compiler.of(library);
        for (Path model : library.models()) {
            KnownKeys known = new KnownKeys();
            PackageReader.read(model, known).ifPresent(compiler::check);
            assertThat(schema.mistakes(model.resolve(ModelPackage.FILE)))
                    .as(model.toString())
                    .isEmpty();
            schema.compare(model.resolve(ModelPackage.FILE), known.keys());
        }
        Compiler ofFixtures = Compiler.of(Library.open(FIXTURES.resolve("library")));
        for (String kind : List.of("valid", "invalid")) {
            for (Path fixture : files(FIXTURES.resolve(kind), ".yaml")) {
                Path copy = Files.createDirectories(
                        folder.resolve(fixture.getFileName().toString()));
                Files.copy(fixture, copy.resolve(ModelPackage.FILE));
                KnownKeys known = new KnownKeys();
                PackageReader.read(copy, known).ifPresent(ofFixtures::check);
                schema.compare(copy.resolve(ModelPackage.FILE), known.keys());
            }
        }

        assertThat(schema.different()).isEmpty();
        assertThat(schema.notCompared()).isEmpty();
    }

    @Test
    void shouldHoldEveryContract() throws IOException {
        Schema schema = Schema.of("contract");
        KnownKeys known = new KnownKeys();
        Contracts contracts = new Contracts(List.of(LIBRARY.resolve("contracts")), known);
        contracts.ids().forEach(contracts::find);
        for (Path file : files(LIBRARY.resolve("contracts"), ".yaml")) {
            assertThat(schema.mistakes(file)).as(file.toString()).isEmpty();
            schema.compare(file, known.keys());
        }

        assertThat(schema.different()).isEmpty();
        // The steps of a derived contract are those of a model, where they are compared.
        Set<String> steps = new TreeSet<>(schema.notCompared());
        steps.removeAll(schema.sharedWith(Schema.of("model")));
        assertThat(steps).isEmpty();
    }

    @Test
    void shouldHoldEveryTable() throws IOException {
        Schema schema = Schema.of("table");
        KnownKeys known = new KnownKeys();
        ReferenceTables tables = new ReferenceTables(List.of(LIBRARY.resolve("tables")), known);
        tables.ids().forEach(tables::find);
        for (Path file : files(LIBRARY.resolve("tables"), ".yaml")) {
            assertThat(schema.mistakes(file)).as(file.toString()).isEmpty();
            schema.compare(file, known.keys());
        }

        assertThat(schema.different()).isEmpty();
        assertThat(schema.notCompared()).isEmpty();
    }

    @Test
    void shouldHoldEveryPattern() throws IOException {
        Schema schema = Schema.of("pattern");
        KnownKeys known = new KnownKeys();
        Patterns.in(LIBRARY, known);
        for (Path file : files(LIBRARY.resolve("patterns"), ".yaml")) {
            assertThat(schema.mistakes(file)).as(file.toString()).isEmpty();
            schema.compare(file, known.keys());
        }

        assertThat(schema.different()).isEmpty();
        assertThat(schema.notCompared()).isEmpty();
    }

    @Test
    void shouldHoldTheCasesOfEveryModel() throws IOException {
        Schema schema = Schema.of("tests");
        for (Path model : Library.open(LIBRARY).models()) {
            KnownKeys known = new KnownKeys();
            CaseReader.read(model.resolve("tests"), known);
            for (Path file : files(model.resolve("tests"), ".yaml")) {
                if (!file.endsWith("equivalent.yaml")) {
                    assertThat(schema.mistakes(file)).as(file.toString()).isEmpty();
                    schema.compare(file, known.keys());
                }
            }
        }

        assertThat(schema.different()).isEmpty();
        assertThat(schema.notCompared()).isEmpty();
    }

    @Test
    void shouldHoldTheWordsOfEveryModel() throws IOException {
        Schema schema = Schema.of("words");
        for (Path model : Library.open(LIBRARY).models()) {
            KnownKeys known = new KnownKeys();
            FactWords.read(model, known);
            assertThat(schema.mistakes(model.resolve(FactWords.FILE)))
                    .as(model.toString())
                    .isEmpty();
            schema.compare(model.resolve(FactWords.FILE), known.keys());
        }

        assertThat(schema.different()).isEmpty();
        assertThat(schema.notCompared()).isEmpty();
    }

    @Test
    void shouldHoldTheLawIndex() throws IOException {
        Schema schema = Schema.of("laws");
        KnownKeys known = new KnownKeys();
        LawIndex.load(LIBRARY, known);
        Path file = LIBRARY.resolve("laws/index.yaml");

        assertThat(schema.mistakes(file)).isEmpty();
        schema.compare(file, known.keys());

        assertThat(schema.different()).isEmpty();
        assertThat(schema.notCompared()).isEmpty();
    }

    @Test
    void shouldHoldEveryDocumentTemplate() throws IOException {
        Schema schema = Schema.of("document-template");
        try (Stream<Path> types = Files.list(LIBRARY.resolve("documents"))) {
            for (Path type : types.filter(Files::isDirectory).sorted().toList()) {
                Path file = type.resolve(Template.FILE);
                KnownKeys known = new KnownKeys();
                TemplateReader.read(file, known);
                assertThat(schema.mistakes(file)).as(file.toString()).isEmpty();
                schema.compare(file, known.keys());
            }
        }

        assertThat(schema.different()).isEmpty();
    }

    @Test
    void shouldHoldMappingsProfilesAndCoverage() throws IOException {
        Library library = Library.open(LIBRARY);
        Schema mapping = Schema.of("mapping");
        Path recipe = EXAMPLES.resolve("mapping.yaml");
        KnownKeys ofMapping = new KnownKeys();
        MappingReader.read(recipe, library.contracts().find("market_entity").orElseThrow(), ofMapping);
        mapping.compare(recipe, at(recipe, ofMapping));
        Schema profile = Schema.of("profile");
        Path values = EXAMPLES.resolve("profile.yaml");
        KnownKeys ofProfile = new KnownKeys();
        ModelPackage pack = PackageReader.read(LIBRARY.resolve("models/shell-companies"), new KnownKeys())
                .orElseThrow();
        RunValues.of(pack, values, Map.of(), RunValues.OPTION, ofProfile);
        profile.compare(values, ofProfile.keys());

        assertThat(mapping.mistakes(recipe)).isEmpty();
        assertThat(mapping.different()).isEmpty();
        assertThat(mapping.notCompared()).isEmpty();
        assertThat(profile.mistakes(values)).isEmpty();
        assertThat(profile.different()).isEmpty();
        assertThat(profile.notCompared()).isEmpty();
        Schema datasets = Schema.of("datasets");
        Path stated = EXAMPLES.resolve(CoverageFile.NAME);
        KnownKeys ofCoverage = new KnownKeys();
        CoverageFile.read(EXAMPLES, ofCoverage);
        datasets.compare(stated, at(stated, ofCoverage));
        assertThat(datasets.mistakes(stated)).isEmpty();
        assertThat(datasets.different()).isEmpty();
        assertThat(datasets.notCompared()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"yes, 0", "no, 0", "unknown, 0", "true, 0", "false, 0", "是, 0", "否, 0", "不清楚, 0", "maybe, 1"})
    void shouldTakeTheSameWordsForCompleteAsTheReader(String word, int mistakes) throws IOException {
        Path file = Files.writeString(folder.resolve(CoverageFile.NAME), "judgment: {complete: " + word + "}\n");
        Problems problems = new Problems();
        CoverageFile.read(folder, problems);

        assertThat(problems.list().stream().filter(problem -> problem.severity() == Severity.ERROR))
                .hasSize(mistakes);
        assertThat(Schema.of("datasets").mistakes(file)).hasSize(mistakes);
    }

    /** Keys at the places of a file that its reader calls by another name. */
    private static Map<Place, Collection<String>> at(Path file, KnownKeys known) {
        Map<Place, Collection<String>> keys = new HashMap<>();
        known.keys()
                .forEach((place, words) -> keys.put(new Place(file.toString(), place.line(), place.column()), words));
        return keys;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
