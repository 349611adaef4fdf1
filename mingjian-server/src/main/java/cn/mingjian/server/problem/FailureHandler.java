package cn.mingjian.server.problem;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.ProblemException;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

/** Turns every end of a request that is not its answer into sentences. The log gets the kind of failure, never its text. */
@RestControllerAdvice
class FailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);
    /** PostgreSQL: character_not_in_repertoire. */
    private static final String NO_SUCH_CHARACTER = "22021";

    @ExceptionHandler
    ResponseEntity<Failure> refused(Refusal refusal) {
        return ResponseEntity.status(refusal.status()).body(Failure.of(refusal.problems()));
    }

    @ExceptionHandler
    ResponseEntity<Failure> badInput(ProblemException wrong) {
        return ResponseEntity.badRequest().body(Failure.of(wrong.problems()));
    }

    /** A value of another form: in the address it names nothing, anywhere else it is bad input. */
    @ExceptionHandler
    ResponseEntity<Failure> otherForm(MethodArgumentTypeMismatchException wrong) {
        return refused(
                wrong.getParameter().hasParameterAnnotation(PathVariable.class)
                        ? Refusal.notThere()
                        : Refusal.bad("server.not-understood"));
    }

    @ExceptionHandler
    ResponseEntity<Failure> unreadable(HttpMessageNotReadableException wrong) {
        return refused(Refusal.bad("server.not-understood"));
    }

    /** A character that the database has no place for, as the one of code 0, is bad input wherever it comes in. */
    @ExceptionHandler
    ResponseEntity<Failure> notKept(DataIntegrityViolationException wrong) {
        boolean character = wrong.getMostSpecificCause() instanceof SQLException cause
                && NO_SUCH_CHARACTER.equals(cause.getSQLState());
        return character ? refused(Refusal.bad("server.not-understood")) : other(wrong);
    }

    @ExceptionHandler
    ResponseEntity<Failure> other(Exception failure) {
        int unknown = failure instanceof MultipartException ? 400 : 500;
        int status =
                failure instanceof ErrorResponse known ? known.getStatusCode().value() : unknown;
        String code =
                switch (status) {
                    case 404, 405 -> "server.not-there";
                    case 413 -> "server.too-large";
                    case 500 -> "server.failed";
                    default -> "server.not-understood";
                };
        if (status == 500) {
            LOG.error("A request failed: {} at {}", failure.getClass().getName(), first(failure));
        }
        return ResponseEntity.status(status).body(Failure.of(List.of(Problem.error(Place.of(""), code))));
    }

    private static Object first(Exception failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        for (StackTraceElement element : trace) {
            if (element.getClassName().startsWith("cn.mingjian")) {
                return element;
            }
        }
        return trace.length == 0 ? "?" : trace[0];
    }
}
