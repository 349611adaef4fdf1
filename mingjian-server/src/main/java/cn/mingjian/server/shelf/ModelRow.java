package cn.mingjian.server.shelf;

import cn.mingjian.model.Words;
import cn.mingjian.server.run.RunRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model on the shelf.
 *
 * @param line business line: criminal, civil, administrative or public-interest
 * @param point supervision point
 * @param question what a person suspects who should run it
 * @param bodies the bodies that it supervises
 * @param documents the kind of document that alone feeds it, if one does
 * @param tables how many registers it reads at most
 * @param lastRun the latest run that is the actor's
 */
record ModelRow(
        String id,
        String version,
        Words title,
        String line,
        Words point,
        Words question,
        List<Words> bodies,
        @Nullable String documents,
        int tables,
        int rules,
        @Nullable RunRow lastRun) {

    /** The row for an actor with another latest run. */
    ModelRow with(@Nullable RunRow run) {
        return new ModelRow(id, version, title, line, point, question, bodies, documents, tables, rules, run);
    }
}
