package cn.mingjian.engine.worker;

import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import java.util.List;

/** A run failed, and neither the model nor the data have to be mended: limits, the disk, a signal, a defect. */
public final class WorkerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;
    private final transient List<String> arguments;

    WorkerException(String code, List<String> arguments) {
        super(Messages.text(Language.EN, code, arguments.toArray()));
        this.code = code;
        this.arguments = List.copyOf(arguments);
    }

    /** The key of its words, for example {@code duckdb.out-of-memory}. */
    public String code() {
        return code;
    }

    /** What happened, to be shown among other problems. */
    public Problem problem() {
        return Problem.error(Place.of(""), code, arguments.toArray());
    }

    /** What happened and what to do, as a sentence. */
    public String text(Language language) {
        return Messages.text(language, code, arguments.toArray());
    }
}
