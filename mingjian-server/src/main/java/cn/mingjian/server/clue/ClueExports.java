package cn.mingjian.server.clue;

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
import cn.mingjian.server.identity.Accounts;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.run.KeptPackages;
import cn.mingjian.server.run.Run;
import cn.mingjian.server.run.RunFiles;
import cn.mingjian.server.run.RunState;
import cn.mingjian.server.run.Runs;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Files that leave the server: masked, each with an entry in the audit before its first byte. A file is written into a
 * folder that only the server can enter, sent, and removed; what a dead server left is swept with the next.
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
    private final Accounts accounts;
    private final Library library;
    private final Acts acts;
    private final Clock clock;

    ClueExports(
            Runs runs,
            RunFiles files,
            KeptPackages packages,
            CluePages pages,
            Accounts accounts,
            Library library,
            Acts acts,
            Clock clock) {
        this.runs = runs;
        this.files = files;
        this.packages = packages;
        this.pages = pages;
        this.accounts = accounts;
        this.library = library;
        this.acts = acts;
        this.clock = clock;
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** All clues of a run as a workbook. */
    void workbook(Actor actor, UUID id, Language language, HttpServletResponse to) throws IOException {
        Run run = runs.find(actor, id);
        if (run.state() != RunState.DONE) {
            throw Refusal.conflict("server.run-not-done");
        }
        RunReport report = new RunReport(
                packages.of(run),
                library,
                run.asOf(),
                run.purpose().words(run.purposeText()).in(language),
                files.answer(run));
        Act act = Act.of("clue.export", "run", id).with("clues", String.valueOf(run.clues()));
        send(actor, act, XLSX, run.model() + "-" + id + ".xlsx", to, out -> new ClueWorkbook(report, language)
                .write(out));
    }

    /** What to verify about one clue, as a Word document. */
    void outline(Actor actor, Found found, Language language, HttpServletResponse to) throws IOException {
        String login =
                accounts.standing(actor.id()).orElseThrow(Refusal::notThere).login();
        CluePage page = pages.page(found, Neighbours.NONE);
        Outline outline = new Outline(page, found.run(), new Outline.Mark(login, clock.instant()), language);
        String number = page.clueId().substring(0, SHOWN);
        Act act = Act.of("clue.outline", "run", found.run().id()).with("clue", page.clueId());
        send(actor, act, DOCX, "outline-" + number + ".docx", to, outline::write);
    }

    private void send(Actor actor, Act act, String type, String name, HttpServletResponse to, Content content)
            throws IOException {
        try (LockedFolder folder = LockedFolder.make(files.work(), "export-")) {
            Path file = folder.path().resolve("file");
            try (OutputStream out = Files.newOutputStream(file)) {
                content.writeTo(out);
            }
            acts.write(actor, act, () -> {});
            to.setContentType(type);
            to.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
            to.setHeader("Cache-Control", "no-store");
            to.setContentLengthLong(Files.size(file));
            Files.copy(file, to.getOutputStream());
        }
    }
}
