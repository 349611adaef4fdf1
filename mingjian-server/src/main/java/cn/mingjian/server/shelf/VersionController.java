package cn.mingjian.server.shelf;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.installation.Packages;
import cn.mingjian.server.problem.Refusal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The versions of a model that this installation has known, and what changed between them. */
@RestController
@RequestMapping("/api/v1/models/{model}/versions")
class VersionController {

    private final Packages packages;
    private final KnownVersions versions;
    private final VersionDifferences differences;

    VersionController(Packages packages, KnownVersions versions, VersionDifferences differences) {
        this.packages = packages;
        this.versions = versions;
        this.differences = differences;
    }

    @GetMapping
    @Allowed(Allowed.To.CASEWORK)
    List<KnownVersion> versions(Actor actor, @PathVariable("model") String model) {
        return versions.of(actor, packages.find(model).orElseThrow(Refusal::notThere));
    }

    /** What changed from one version to another, both by the digests of their texts. */
    @GetMapping("/{from}/{to}")
    @Allowed(Allowed.To.CASEWORK)
    VersionDifference difference(
            Actor actor,
            @PathVariable("model") String model,
            @PathVariable("from") String from,
            @PathVariable("to") String to) {
        List<KnownVersion> known = versions(actor, model);
        return differences.between(one(known, from), one(known, to));
    }

    private static KnownVersion one(List<KnownVersion> known, String digest) {
        return known.stream()
                .filter(version -> version.digest().equals(digest))
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }
}
