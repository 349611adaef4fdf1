package cn.mingjian.server.draft;

import cn.mingjian.model.Words;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.server.problem.Failure.Severity;
import cn.mingjian.server.problem.Failure.Told;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param path of the file in the draft; null where it stands in none of them
 * @param line from 1; 0 for the file as a whole
 * @param column from 1, in code points
 * @param message what it is and how to mend it
 */
public record DraftProblem(Severity severity, @Nullable String path, int line, int column, Words message) {

    /** A problem whose place is a file under a folder, or none of the draft's. */
    static DraftProblem of(Problem problem, Path folder) {
        Place place = problem.place();
        Told told = Told.of(problem);
        return new DraftProblem(told.severity(), path(place, folder), place.line(), place.column(), told.message());
    }

    /** The path within the draft of a place. */
    static @Nullable String path(Place place, Path folder) {
        String home = folder + "/";
        return place.file().startsWith(home) ? place.file().substring(home.length()) : null;
    }
}
