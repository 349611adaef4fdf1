package cn.mingjian.server.shelf;

import cn.mingjian.engine.cases.CaseReader;
import cn.mingjian.model.Words;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.opening.Watermarks;
import cn.mingjian.server.run.Funnels;
import cn.mingjian.server.run.Run;
import cn.mingjian.server.run.Runs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gathers what the brief of a model says for whoever asks, and writes it. */
@Component
class Briefs {

    private final Runs runs;
    private final Funnels funnels;
    private final Watermarks watermarks;
    private final Acts acts;

    Briefs(Runs runs, Funnels funnels, Watermarks watermarks, Acts acts) {
        this.runs = runs;
        this.funnels = funnels;
        this.watermarks = watermarks;
        this.acts = acts;
    }

    /** The brief as the bytes of a Word document. */
    byte[] write(Actor actor, ModelPage model, ModelPackage pack, Language language) {
        Optional<Run> run = runs.latestDone(actor, pack.id());
        Brief.Facts facts = new Brief.Facts(
                model,
                exclusions(pack),
                CaseReader.read(pack.folder().resolve("tests"), new Problems()).size(),
                run.orElse(null),
                run.flatMap(funnels::of).orElse(null));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new Brief(facts, watermarks.of(actor).line(language), language).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acts.write(actor, Act.of("model.brief", "model", pack.id()).taking("docx", 0), () -> {});
        return out.toByteArray();
    }

    private static List<Words> exclusions(ModelPackage pack) {
        return pack.exclusions().entrySet().stream()
                .map(Map.Entry::getValue)
                .flatMap(exclusion -> exclusion.map("title").map(Words::of).stream())
                .distinct()
                .toList();
    }
}
