package cn.mingjian.server.dataset;

import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.problem.Language;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.opening.Opening;
import cn.mingjian.server.opening.OpeningKind;
import cn.mingjian.server.opening.OpeningWish;
import cn.mingjian.server.opening.Openings;
import cn.mingjian.server.opening.OutgoingFile;
import cn.mingjian.server.opening.Watermarks;
import cn.mingjian.server.problem.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Rows that could not be taken, in clear, back to the person who brought them and to nobody else: they held the file, so
 * that no second person is asked; the reason is kept before the first byte leaves.
 */
@Component
class RejectedRows {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Versions versions;
    private final DatasetFiles files;
    private final Openings openings;
    private final Watermarks watermarks;
    private final Library library;

    RejectedRows(Versions versions, DatasetFiles files, Openings openings, Watermarks watermarks, Library library) {
        this.versions = versions;
        this.files = files;
        this.openings = openings;
        this.watermarks = watermarks;
        this.library = library;
    }

    /** Whether somebody who may change a dataset may have the rejected rows of a version. */
    static boolean mayTake(Actor actor, Version version) {
        return version.broughtBy() == actor.id()
                && version.state() == VersionState.READY
                && Objects.requireNonNullElse(version.rejected(), 0L) > 0;
    }

    /** Sends them as a workbook to mend. */
    void send(
            Actor actor,
            Dataset own,
            Version version,
            OpeningWish wish,
            @Nullable String passphrase,
            Language language,
            HttpServletResponse to)
            throws IOException {
        if (version.state() != VersionState.READY || Objects.requireNonNullElse(version.rejected(), 0L) == 0) {
            throw Refusal.conflict("dataset.no-rows");
        }
        if (!mayTake(actor, version)) {
            throw Refusal.of(403, "dataset.rejected-not-yours");
        }
        OpeningWish why = wish.checked();
        Contract contract = library.contracts().find(own.contract()).orElseThrow(Refusal::notThere);
        RejectedWorkbook workbook = new RejectedWorkbook(
                contract,
                versions.recipe(version),
                files.version(version).manifest().columns(),
                language,
                watermarks.of(actor).line(language));
        OutgoingFile file = openings.leaving(passphrase, XLSX, "rejected-" + version.number() + ".xlsx");
        AtomicReference<Opening> opened = new AtomicReference<>();
        file.send(
                files.work(),
                out -> {
                    RejectedWorkbook.Written written = workbook.write(files.rejected(version), out);
                    opened.set(new Opening(
                            OpeningKind.REJECTED_ROWS,
                            own.id(),
                            String.valueOf(version.number()),
                            written.rows(),
                            written.unmasked()));
                },
                () -> openings.openBrought(actor, why, Objects.requireNonNull(opened.get()), file),
                to);
    }
}
