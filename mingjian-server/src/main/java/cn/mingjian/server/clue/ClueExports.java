package cn.mingjian.server.clue;

import cn.mingjian.engine.worker.RunAnswer;
import cn.mingjian.model.folder.LockedFolder;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.problem.Language;
import cn.mingjian.running.output.ClueWorkbook;
import cn.mingjian.running.output.RunReport;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.clue.Clues.Found;
import cn.mingjian.server.clue.Clues.Neighbours;
import cn.mingjian.server.opening.OpeningRequest;
import cn.mingjian.server.opening.OpeningRequests;
import cn.mingjian.server.opening.OpeningWish;
import cn.mingjian.server.opening.Openings;
import cn.mingjian.server.opening.OutgoingFile;
import cn.mingjian.server.opening.Watermarks;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.run.KeptPackages;
import cn.mingjian.server.run.OpenedResult;
import cn.mingjian.server.run.Run;
import cn.mingjian.server.run.RunFiles;
import cn.mingjian.server.run.RunState;
import cn.mingjian.server.run.Runs;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Files that leave the server: each with the mark of who takes it, and an entry in the audit before its first byte; masked,
 * but for what a second person allowed. What a dead server left of one is swept at the next start.
 */
@Component
class ClueExports {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final int SHOWN = 12;

    private final Runs runs;
    private final RunFiles files;
    private final KeptPackages packages;
    private final CluePages pages;
    private final ClueOpenings clueOpenings;
    private final Openings openings;
    private final OpeningRequests requests;
    private final Watermarks watermarks;
    private final Library library;
    private final Acts acts;

    ClueExports(
            Runs runs,
            RunFiles files,
            KeptPackages packages,
            CluePages pages,
            ClueOpenings clueOpenings,
            Openings openings,
            OpeningRequests requests,
            Watermarks watermarks,
            Library library,
            Acts acts)
            throws IOException {
        this.runs = runs;
        this.files = files;
        this.packages = packages;
        this.pages = pages;
        this.clueOpenings = clueOpenings;
        this.openings = openings;
        this.requests = requests;
        this.watermarks = watermarks;
        this.library = library;
        this.acts = acts;
        LockedFolder.sweepAbandoned(files.work(), OutgoingFile.FOLDER);
    }

    /** All clues of a run as a workbook. */
    void workbook(Actor actor, UUID id, Language language, HttpServletResponse to) throws IOException {
        Run run = done(actor, id);
        Act act = Act.of("clue.export", "run", id).taking("xlsx", Objects.requireNonNull(run.clues()));
        ClueWorkbook book = book(actor, run, files.answer(run), language);
        OutgoingFile.plain(XLSX, run.model() + "-" + id + ".xlsx")
                .send(files.work(), book::write, () -> acts.write(actor, act, () -> {}), to);
    }

    /** Asks a second person to allow such a workbook with all values. */
    OpeningRequest ask(Actor actor, UUID id, OpeningWish wish) {
        return requests.askForClues(actor, wish, done(actor, id).id());
    }

    /** The workbook with all values, once, for whoever was allowed it; sealed where a passphrase is given. */
    void openedWorkbook(
            Actor actor, UUID id, UUID request, @Nullable String passphrase, Language language, HttpServletResponse to)
            throws IOException {
        Run run = done(actor, id);
        requests.checkUsable(actor, request, id);
        OutgoingFile file = openings.leaving(passphrase, XLSX, run.model() + "-" + id + "-opened.xlsx");
        file.send(
                files.work(),
                out -> writeOpened(actor, run, language, out),
                () -> openings.openAllowed(actor, request, clueOpenings.all(run), file),
                to);
    }

    /** Closes the opened result before the first byte leaves, however long it takes to leave. */
    private void writeOpened(Actor actor, Run run, Language language, OutputStream out) throws IOException {
        try (OpenedResult opened = files.opened(run)) {
            book(actor, run, opened.answer(), language).write(out);
        }
    }

    private Run done(Actor actor, UUID id) {
        Run run = runs.find(actor, id);
        if (run.state() != RunState.DONE) {
            throw Refusal.conflict("server.run-not-done");
        }
        return run;
    }

    private ClueWorkbook book(Actor actor, Run run, RunAnswer answer, Language language) {
        RunReport report = new RunReport(
                packages.of(run),
                library,
                run.asOf(),
                run.purpose().words(run.purposeText()).in(language),
                answer);
        return new ClueWorkbook(report, language, watermarks.of(actor).line(language));
    }

    /** What to verify about one clue, as a Word document. */
    void outline(Actor actor, Found found, Language language, HttpServletResponse to) throws IOException {
        CluePage page = pages.page(found, Neighbours.NONE);
        Outline outline = new Outline(page, found.run(), watermarks.of(actor).line(language), language);
        String clue = found.row().clueId();
        Act act = Act.of("clue.outline", "run", found.run().id())
                .with("clue", clue)
                .taking("docx", 1);
        String name = "outline-" + clue.substring(0, SHOWN) + ".docx";
        OutgoingFile.plain(DOCX, name).send(files.work(), outline::write, () -> acts.write(actor, act, () -> {}), to);
    }
}
