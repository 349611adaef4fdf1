package cn.mingjian.server.clue;

import cn.mingjian.model.problem.Language;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.page.Page;
import cn.mingjian.server.problem.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The clues of a run: list, page, Excel, outline of verification. All masked. */
@RestController
@RequestMapping("/api/v1/runs/{run}")
class ClueController {

    private final Clues clues;
    private final CluePages pages;
    private final ClueExports exports;

    ClueController(Clues clues, CluePages pages, ClueExports exports) {
        this.clues = clues;
        this.pages = pages;
        this.exports = exports;
    }

    @GetMapping("/clues")
    @Allowed(Allowed.To.CASEWORK)
    Page<ClueRow> list(
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
