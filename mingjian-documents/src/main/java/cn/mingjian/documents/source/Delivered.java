package cn.mingjian.documents.source;

import cn.mingjian.model.problem.Problem;
import java.util.Optional;

/**
 * A document as it was delivered.
 *
 * @param id as the file gives it, or the name of its file, or the number of its line
 * @param text empty where it could not be read
 * @param problem why it could not be read, or what of it may not be read right
 */
public record Delivered(String id, Optional<String> text, Optional<Problem> problem) {

    static Delivered read(String id, String text) {
        return new Delivered(id, Optional.of(text), Optional.empty());
    }

    /** The same, with what of it may not be read right; why it could not be read at all weighs more. */
    Delivered noted(Problem note) {
        return new Delivered(id, text, problem.or(() -> Optional.of(note)));
    }

    static Delivered unreadable(String id, Problem problem) {
        return new Delivered(id, Optional.empty(), Optional.of(problem));
    }
}
