package cn.mingjian.server.run;

import cn.mingjian.engine.run.Json;
import cn.mingjian.model.clue.Funnel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The funnels of runs, in the words of the packages that ran. */
@Component
public class Funnels {

    private final Runs runs;
    private final KeptPackages packages;

    Funnels(Runs runs, KeptPackages packages) {
        this.runs = runs;
        this.packages = packages;
    }

    /** The funnel of a run that the actor was given; none where it gave no result. */
    public Optional<FunnelShown> of(Run run) {
        return Optional.ofNullable(runs.outcome(run).funnel()).map(json -> {
            try {
                return packages.words(run).funnel(Json.read(json, Funnel.class));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
