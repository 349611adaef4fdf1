package cn.mingjian.server.shelf;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.model.Words;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Language;
import cn.mingjian.running.FormMaker;
import cn.mingjian.running.FormRegister;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.installation.Packages;
import cn.mingjian.server.installation.ServerSettings;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.run.RunRow;
import cn.mingjian.server.run.Runs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The models on the shelf, the page of one, and the form that asks for what it needs. */
@RestController
@RequestMapping("/api/v1/models")
class ShelfController {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The doors by which a person comes: by documents at hand, by a suspicion, by a body. */
    private static final Map<String, Predicate<ModelPage>> DOORS = Map.of(
            "have", model -> true,
            "documents", model -> model.row().documents() != null,
            "suspect", model -> true,
            "body", model -> !model.row().bodies().isEmpty());

    private final Shelf shelf;
    private final Runs runs;
    private final Packages packages;
    private final FormMaker forms;
    private final Acts acts;
    private final Briefs briefs;

    ShelfController(
            Shelf shelf,
            Runs runs,
            Packages packages,
            Library library,
            Compiler compiler,
            ServerSettings settings,
            Acts acts,
            Briefs briefs) {
        this.shelf = shelf;
        this.runs = runs;
        this.packages = packages;
        this.forms = new FormMaker(library, compiler, new FormRegister(settings.forms()));
        this.acts = acts;
        this.briefs = briefs;
    }

    /** The models, those that documents alone feed first; what stands nowhere in a model's words is not listed. */
    @GetMapping
    @Allowed(Allowed.To.CASEWORK)
    List<ModelRow> models(
            Actor actor,
            @RequestParam(name = "query", defaultValue = "") String query,
            @RequestParam(name = "line", defaultValue = "") String line,
            @RequestParam(name = "door", defaultValue = "") String door) {
        if (!line.isEmpty() && !ModelPackage.LINES.contains(line)) {
            throw Refusal.bad("server.model-line");
        }
        if (!door.isEmpty() && !DOORS.containsKey(door)) {
            throw Refusal.bad("server.model-door");
        }
        Map<String, RunRow> latest = runs.latestByModel(actor);
        String sought = query.strip().toLowerCase(Locale.ROOT);
        return Stream.of(true, false)
                .flatMap(
                        fed -> shelf.all().stream().filter(model -> (model.row().documents() != null) == fed))
                .filter(model -> line.isEmpty() || model.row().line().equals(line))
                .filter(DOORS.getOrDefault(door, model -> true))
                .filter(model -> words(model).anyMatch(words -> holds(words, sought)))
                .map(model -> model.row().with(latest.get(model.row().id())))
                .toList();
    }

    private static Stream<Words> words(ModelPage model) {
        return Stream.concat(
                Stream.of(
                        Words.same(model.row().id()),
                        model.row().title(),
                        model.row().question(),
                        model.row().point(),
                        model.duty()),
                Stream.concat(
                        model.row().bodies().stream(),
                        model.ruleCards().stream().flatMap(rule -> Stream.of(Words.same(rule.code()), rule.title()))));
    }

    private static boolean holds(Words words, String sought) {
        return words.zh().toLowerCase(Locale.ROOT).contains(sought)
                || words.en().toLowerCase(Locale.ROOT).contains(sought);
    }

    @GetMapping("/{id}")
    @Allowed(Allowed.To.CASEWORK)
    ModelPage model(Actor actor, @PathVariable("id") String id) {
        ModelPage page = shelf.find(id).orElseThrow(Refusal::notThere);
        return page.with(runs.latestByModel(actor).get(id));
    }

    /** Where the clues of each rule come from. */
    @GetMapping("/{id}/lineage")
    @Allowed(Allowed.To.CASEWORK)
    List<LineageShown> lineage(Actor actor, @PathVariable("id") String id) {
        return shelf.lineage(id).orElseThrow(Refusal::notThere);
    }

    /** A form with a number of its own; its name does not say what for, because the provider is often who is supervised. */
    @GetMapping("/{id}/form")
    @Allowed(Allowed.To.CASEWORK)
    ResponseEntity<byte[]> form(
            Actor actor, @PathVariable("id") String id, @RequestParam(name = "lang", defaultValue = "zh") String lang) {
        Language language = lang.equals("en") ? Language.EN : Language.ZH;
        ModelPackage pack =
                shelf.find(id).flatMap(page -> packages.find(page.row().id())).orElseThrow(Refusal::notThere);
        try {
            Path file = Files.createTempFile("form", ".xlsx"); // it holds no data
            try {
                String number =
                        acts.write(actor, () -> written(pack, file, language), made -> Act.of("form.make", "model", id)
                                .with("form", made)
                                .taking("xlsx", 0));
                return ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_TYPE, XLSX)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"form-" + number + ".xlsx\"")
                        .body(Files.readAllBytes(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The brief of a model: what the package and the actor's latest run say, and gaps for the rest. */
    @GetMapping("/{id}/brief.docx")
    @Allowed(Allowed.To.CASEWORK)
    ResponseEntity<byte[]> brief(
            Actor actor, @PathVariable("id") String id, @RequestParam(name = "lang", defaultValue = "zh") String lang) {
        Language language = lang.equals("en") ? Language.EN : Language.ZH;
        ModelPage page = shelf.find(id).orElseThrow(Refusal::notThere);
        ModelPackage pack = packages.find(id).orElseThrow(Refusal::notThere);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, DOCX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"brief-" + pack.id() + ".docx\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(briefs.write(actor, page, pack, language));
    }

    private String written(ModelPackage pack, Path file, Language language) {
        try {
            return forms.write(pack, file, language).number();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
