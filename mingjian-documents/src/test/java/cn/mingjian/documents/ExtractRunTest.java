package cn.mingjian.documents;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.documents.correction.Corrections;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.element.Extractor;
import cn.mingjian.documents.judgment.JudgmentExtractor;
import cn.mingjian.documents.output.ExtractionJson;
import cn.mingjian.documents.source.Delivered;
import cn.mingjian.documents.source.DocumentSource;
import cn.mingjian.documents.source.DocumentSources;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractRunTest {

    private static final Extractor EXTRACTOR =
            DocumentTypes.open(Judgments.LIBRARY, JudgmentExtractor.TYPE).extractor();

    private final Path folder;

    ExtractRunTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static final class Lines implements ExtractRun.Receiver {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void extracted(Extraction extraction) {
            lines.add(new ExtractionJson(EXTRACTOR.template()).line(extraction));
        }

        @Override
        public void noted(Delivered document, Problem note) {
            lines.add(note.code());
        }

        @Override
        public void unreadable(Delivered document, Problem problem) {
            lines.add(problem.code());
        }

        @Override
        public void at(long bytes, long of) {
            assertThat(bytes).isLessThanOrEqualTo(of);
        }
    }

    private static List<String> run(Path file, int threads) throws IOException, InterruptedException {
        Lines lines = new Lines();
        try (DocumentSource source = DocumentSources.open(file, Optional.of("fd"), Optional.of("id"))) {
            new ExtractRun(EXTRACTOR, Corrections.NONE, threads).run(source, lines);
        }
        return lines.lines;
    }

    @Test
    void shouldGiveTheSameLinesInTheOrderOfTheSourceOnAnyNumberOfThreads() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        List<String> documents = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String text = i % 3 == 0 ? Judgments.JOINT.repeat(1 + i % 5) : Judgments.THEFT;
            documents.add(i % 7 == 3 ? "broken" : mapper.writeValueAsString(Map.of("id", "d" + i, "fd", text)));
        }
        Path file = Files.write(folder.resolve("in.jsonl"), documents);
        List<String> one = run(file, 1);

        assertThat(one).hasSize(60);
        assertThat(one.get(3)).isEqualTo("source.not-json");
        assertThat(one.get(58)).contains("\"id\":\"d58\"");
        assertThat(run(file, 3)).isEqualTo(one);
    }

    @Test
    void shouldHandOnWhatIsNotedOfADocumentBeforeTheDocument() throws Exception {
        Problem note = Problem.warning(Place.of("a.doc"), "source.old-word");
        Iterator<Delivered> documents = List.of(new Delivered("a.doc", Optional.of(Judgments.THEFT), Optional.of(note)))
                .iterator();
        Lines lines = new Lines();

        new ExtractRun(EXTRACTOR, Corrections.NONE, 1).run(new Handed(documents), lines);

        assertThat(lines.lines).hasSize(2).first().isEqualTo("source.old-word");
        assertThat(lines.lines.get(1)).contains("\"id\":\"a.doc\"");
    }

    /** Documents that are already in memory. */
    private record Handed(Iterator<Delivered> documents) implements DocumentSource {

        @Override
        public Optional<Delivered> next() {
            return documents.hasNext() ? Optional.of(documents.next()) : Optional.empty();
        }

        @Override
        public long bytesRead() {
            return 0;
        }

        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
