package cn.mingjian.server.document;

import cn.mingjian.documents.DocumentType;
import cn.mingjian.documents.ExtractRun;
import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.output.ExtractionJson;
import cn.mingjian.documents.output.LinesFile;
import cn.mingjian.documents.rows.RowFiles;
import cn.mingjian.documents.source.Delivered;
import cn.mingjian.model.Words;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.server.delivery.Brought;
import cn.mingjian.server.delivery.Secrecy;
import cn.mingjian.server.document.Documents.Kept;
import cn.mingjian.server.document.Documents.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one reading of a delivery gives: the file of elements, the files of rows, the list of documents, the counts. */
final class Reading implements ExtractRun.Receiver, AutoCloseable {

    private static final int MOST_DOCUMENTS = 100_000;
    /** The element that dates a document, by kind of document. */
    private static final List<String> DAYS = List.of("judgment_date", "sign_date");

    private final DocumentType type;
    private final DocumentCorrections.Known corrections;
    private final Secrecy secrecy;
    private final Consumer<Brought.Documents> progress;
    private final ExtractionJson json;
    private final LinesFile elements;
    private final RowFiles rows;
    private final List<Kept> documents = new ArrayList<>();
    private final int of;
    private long start;
    private int unreadable;
    private int doubtful;
    private @Nullable LocalDate latest;

    Reading(
            DocumentType type,
            DocumentCorrections.Known corrections,
            Path folder,
            int of,
            Secrecy secrecy,
            Consumer<Brought.Documents> progress)
            throws IOException {
        this.type = type;
        this.corrections = corrections;
        this.secrecy = secrecy;
        this.progress = progress;
        this.of = of;
        this.json = new ExtractionJson(type.extractor().template());
        this.elements = new LinesFile(folder.resolve(ReadFolder.ELEMENTS));
        this.rows = new RowFiles(folder.resolve(ReadFolder.ROWS), type.rows().orElseThrow());
    }

    @Override
    public void extracted(Extraction extraction) throws IOException {
        if (secrecy.refusesHead(extraction.text().text())) {
            throw new ProblemException(Place.of(""), "server.secrecy-mark", extraction.id());
        }
        int number = next();
        String line = json.line(extraction);
        int bytes = line.getBytes(StandardCharsets.UTF_8).length;
        elements.line(line);
        Extraction corrected = corrections
                .of(number, extraction.id())
                .applied(extraction, type.extractor().template());
        rows.add(corrected);
        DocumentRow row = row(number, corrected);
        documents.add(new Kept(row, Optional.of(new Line(start, bytes))));
        start += bytes + 1;
        doubtful += row.unsure() > 0 ? 1 : 0;
        date(corrected);
    }

    /** What is noted of a format, the page says where files are chosen. */
    @Override
    public void noted(Delivered document, Problem note) {}

    @Override
    public void unreadable(Delivered document, Problem problem) {
        unreadable++;
        DocumentRow row = new DocumentRow(
                next(),
                document.id(),
                null,
                null,
                0,
                0,
                Words.ofMessage(problem.code(), problem.arguments().toArray()));
        documents.add(new Kept(row, Optional.empty()));
    }

    private int next() {
        if (documents.size() == MOST_DOCUMENTS) {
            throw new ProblemException(Place.of(""), "server.documents-too-many", MOST_DOCUMENTS);
        }
        return documents.size() + 1;
    }

    @Override
    public void at(long bytes, long ofBytes) {
        progress.accept(counts());
    }

    /** How a document stands in the list; its name hides the names that were found in it. */
    static DocumentRow row(int number, Extraction extraction) {
        return new DocumentRow(
                number,
                MaskedText.of(extraction).in(extraction.id()),
                text(extraction, "court"),
                text(extraction, "case_number") == null
                        ? text(extraction, "contract_no")
                        : text(extraction, "case_number"),
                extraction.defendants(),
                ElementsView.unsure(extraction),
                null);
    }

    private static @Nullable String text(Extraction extraction, String element) {
        return extraction
                .first(element, 0)
                .filter(Element::stated)
                .map(found -> found.value().asText())
                .orElse(null);
    }

    private void date(Extraction extraction) {
        for (String element : DAYS) {
            extraction
                    .first(element, 0)
                    .filter(Element::known)
                    .map(found -> LocalDate.parse(found.value().asText()))
                    .filter(day -> latest == null || day.isAfter(latest))
                    .ifPresent(day -> latest = day);
        }
    }

    /** Gives the files their names. */
    void finish() throws IOException {
        elements.finish();
        rows.finish();
    }

    Brought.Documents counts() {
        int read = documents.size() - unreadable;
        return new Brought.Documents(read, unreadable, doubtful, Math.max(of, documents.size()));
    }

    List<Kept> documents() {
        return documents;
    }

    /** The latest day of a document. */
    Optional<LocalDate> latest() {
        return Optional.ofNullable(latest);
    }

    @Override
    public void close() throws IOException {
        rows.close();
        elements.close();
    }
}
