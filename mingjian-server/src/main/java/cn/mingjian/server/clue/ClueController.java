package cn.mingjian.server.clue;

import cn.mingjian.model.problem.Language;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.opening.OpeningRequest;
import cn.mingjian.server.opening.OpeningWish;
import cn.mingjian.server.page.Page;
import cn.mingjian.server.problem.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The clues of a run: list, page, comparison with another run, Excel, outline of verification; masked until opened. */
@RestController
@RequestMapping("/api/v1/runs/{run}")
class ClueController {

    private final Clues clues;
    private final CluePages pages;
    private final ClueOpenings openings;
    private final ClueExports exports;
    private final Comparisons comparisons;

    ClueController(Clues clues, CluePages pages, ClueOpenings openings, ClueExports exports, Comparisons comparisons) {
        this.clues = clues;
        this.pages = pages;
        this.openings = openings;
        this.exports = exports;
        this.comparisons = comparisons;
    }

    @GetMapping("/clues")
    @Allowed(Allowed.To.CASEWORK)
    CluesOfRun list(
            Actor actor,
            @PathVariable UUID run,
            @RequestParam(required = false) @Nullable String grade,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + Page.USUAL) int size) {
        return clues.list(
                actor,
                run,
                new ClueFilter(grade, rule, place, query),
                ClueOrder.of(sort, order),
                new Page.Wish(page, size));
    }

    @GetMapping("/clues/{clue}")
    @Allowed(Allowed.To.CASEWORK)
    CluePage one(
            Actor actor,
            @PathVariable UUID run,
            @PathVariable String clue,
            @RequestParam(required = false) @Nullable String grade,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String order) {
        Clues.Found found = clues.find(actor, run, clue);
        ClueFilter filter = new ClueFilter(grade, rule, place, query);
        return pages.page(found, clues.beside(actor, found, filter, ClueOrder.of(sort, order)));
    }

    @GetMapping("/comparison")
    @Allowed(Allowed.To.CASEWORK)
    Comparison comparison(
            Actor actor,
            @PathVariable UUID run,
            @RequestParam(required = false) @Nullable UUID earlier,
            @RequestParam(defaultValue = "NEW") Comparison.ComparisonKind kind,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + Page.USUAL) int size) {
        return comparisons.compare(actor, run, earlier, kind, new Page.Wish(page, size));
    }

    /** Opens one clue; the answer is the only place where its values are shown. */
    @PostMapping("/clues/{clue}/opening")
    @Allowed(Allowed.To.CASEWORK)
    OpenedClue open(Actor actor, @PathVariable UUID run, @PathVariable String clue, @RequestBody OpeningWish wish) {
        return openings.open(actor, clues.find(actor, run, clue), wish);
    }

    /** Asks a second person to allow a file of all clues with their values. */
    @PostMapping("/opening-requests")
    @Allowed(Allowed.To.CASEWORK)
    @ResponseStatus(HttpStatus.CREATED)
    OpeningRequest ask(Actor actor, @PathVariable UUID run, @RequestBody OpeningWish wish) {
        return exports.ask(actor, run, wish);
    }

    /**
     * How that file is taken.
     *
     * @param passphrase under which it leaves sealed; none for one that leaves as it is
     */
    record TakenFile(@Nullable String passphrase) {}

    /** That file, once, when it was allowed. */
    @PostMapping("/opening-requests/{request}/clues.xlsx")
    @Allowed(Allowed.To.CASEWORK)
    void openedWorkbook(
            Actor actor,
            @PathVariable UUID run,
            @PathVariable UUID request,
            @RequestParam(defaultValue = "zh") String lang,
            @RequestBody TakenFile taken,
            HttpServletResponse to)
            throws IOException {
        exports.openedWorkbook(actor, run, request, taken.passphrase(), language(lang), to);
    }

    @GetMapping("/clues.xlsx")
    @Allowed(Allowed.To.CASEWORK)
    void workbook(
            Actor actor, @PathVariable UUID run, @RequestParam(defaultValue = "zh") String lang, HttpServletResponse to)
            throws IOException {
        exports.workbook(actor, run, language(lang), to);
    }

    @GetMapping("/clues/{clue}/outline.docx")
    @Allowed(Allowed.To.CASEWORK)
    void outline(
            Actor actor,
            @PathVariable UUID run,
            @PathVariable String clue,
            @RequestParam(defaultValue = "zh") String lang,
            HttpServletResponse to)
            throws IOException {
        exports.outline(actor, clues.find(actor, run, clue), language(lang), to);
    }

    private static Language language(String code) {
        return switch (code) {
            case "zh" -> Language.ZH;
            case "en" -> Language.EN;
            default -> throw Refusal.bad("server.not-understood");
        };
    }
}
