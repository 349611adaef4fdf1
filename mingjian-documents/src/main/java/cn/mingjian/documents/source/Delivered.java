package cn.mingjian.documents.source;

import cn.mingjian.model.problem.Problem;
import java.util.Optional;

/**
 * A document as it was delivered.
 *
 * @param id as the file gives it, or the name of its file, or the number of its line
 * @param text empty where it could not be read; then the problem says why
 */
public record Delivered(String id, Optional<String> text, Optional<Problem> problem) {

    static Delivered read(String id, String text) {
        return new Delivered(id, Optional.of(text), Optional.empty());
    }

    static Delivered unreadable(String id, Problem problem) {
        return new Delivered(id, Optional.empty(), Optional.of(problem));
    }
}
