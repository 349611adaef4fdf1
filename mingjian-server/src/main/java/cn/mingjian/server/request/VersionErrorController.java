package cn.mingjian.server.request;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.dataset.VersionErrors;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.request.pack.ErrorPaper;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Errors of a version of a dataset, given back to whoever delivered it. */
@RestController
class VersionErrorController {

    private final VersionErrors versions;
    private final Senders senders;
    private final RequestViews views;
    private final Acts acts;

    VersionErrorController(VersionErrors versions, Senders senders, RequestViews views, Acts acts) {
        this.versions = versions;
        this.senders = senders;
        this.views = views;
        this.acts = acts;
    }

    /** A letter and a list of the rows that could not be taken: file, sheet, row and column, no value of a cell. */
    @GetMapping("/api/v1/datasets/{dataset}/versions/{number}/errors.zip")
    @Allowed(value = Allowed.To.ROLES, roles = Role.DATA_STEWARD)
    ResponseEntity<byte[]> errors(Actor actor, @PathVariable UUID dataset, @PathVariable int number) {
        VersionErrors.Wrong wrong = versions.of(actor, dataset, number);
        DataErrors.Found found = DataErrors.of(wrong);
        if (!found.any()) {
            throw Refusal.conflict("request.errors-none");
        }
        ErrorPaper paper = new ErrorPaper(
                senders.of(actor).office(), wrong.origin(), found.tables(), found.errors(), views.today());
        acts.write(
                actor,
                Act.of("dataset.errors", "dataset", dataset)
                        .with("version", number)
                        .taking("zip", found.errors().size()),
                () -> {});
        return ErrorPack.answer(dataset + "-" + number, paper);
    }
}
