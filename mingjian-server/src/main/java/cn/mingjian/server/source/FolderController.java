package cn.mingjian.server.source;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.source.WatchedFiles.WatchedFile;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The watched folders of a department, and what became of the files in them. */
@RestController
@RequestMapping("/api/v1/sources/folders")
class FolderController {

    private final SourceSettings settings;
    private final Stewards stewards;
    private final WatchClock clock;
    private final WatchedFiles files;

    FolderController(SourceSettings settings, Stewards stewards, WatchClock clock, WatchedFiles files) {
        this.settings = settings;
        this.stewards = stewards;
        this.clock = clock;
        this.files = files;
    }

    /**
     * A watched folder.
     *
     * @param watched whether it is looked into now: it is there, and a data steward answers for it
     * @param files what became of the latest ones
     */
    record FolderRow(String folder, boolean watched, int quietSeconds, List<WatchedFile> files) {}

    @GetMapping
    @Allowed(value = Allowed.To.ROLES, roles = Role.DATA_STEWARD)
    List<FolderRow> folders(Actor actor) {
        return settings.watched().stream()
                .filter(watched -> stewards.ofDepartment(actor, watched))
                .map(watched -> new FolderRow(
                        watched.folder().toString(),
                        clock.usable(watched) && stewards.system(watched).isPresent(),
                        settings.limits().quietSeconds(),
                        files.latest(actor, watched)))
                .toList();
    }
}
