package cn.mingjian.model.event;

import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;

/**
 * One event of a process at work, as JSON {@code {"type": ...}} on a line of its own: {@code started} first, then {@code
 * progress}, last {@code done} or {@code failed}. No event carries a value of a row. The JSON Schema is {@code
 * event.schema.json} in the folder {@code schema} of the engine's resources.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Event.Started.class, name = "started"),
    @JsonSubTypes.Type(value = Event.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = Event.Done.class, name = "done"),
    @JsonSubTypes.Type(value = Event.Failed.class, name = "failed")
})
public sealed interface Event {

    /** The process is there. */
    record Started(long pid) implements Event {}

    /**
     * The process begins something, or is further in it.
     *
     * @param step file, relation or rule that is worked on
     * @param done how much of {@code of} was done before: bytes of a file, acts of a plan; both 0 where nobody knows
     */
    record Progress(Phase phase, String step, long done, long of) implements Event {}

    /**
     * The result is there, whole.
     *
     * @param digest SHA-256 of the file that names all others with their digests: the manifest
     */
    record Done(String digest) implements Event {}

    /** There is no result. */
    record Failed(Cause cause, List<Told> problems) implements Event {

        /** Problems of what a person wrote or delivered. */
        public static Failed byInput(List<Problem> problems) {
            return new Failed(Cause.INPUT, problems.stream().map(Told::of).toList());
        }

        /** The engine or the process failed. */
        public static Failed byEngine(String code, Object... arguments) {
            return new Failed(Cause.ENGINE, List.of(Told.of(Problem.error(Place.of(""), code, arguments))));
        }
    }

    /** Who has to mend it. */
    enum Cause {
        /** Whoever wrote the model or delivered the data. */
        @com.fasterxml.jackson.annotation.JsonProperty("input")
        INPUT,
        /** Whoever runs it: limits, disk, or a defect of the product. */
        @com.fasterxml.jackson.annotation.JsonProperty("engine")
        ENGINE
    }

    /** A problem with its words in both languages; an engine failure has no place. */
    record Told(
            String code,
            Problem.Severity severity,
            String file,
            int line,
            int column,
            List<String> arguments,
            String zh,
            String en) {

        static Told of(Problem problem) {
            Object[] arguments = problem.arguments().toArray();
            return new Told(
                    problem.code(),
                    problem.severity(),
                    problem.place().file(),
                    problem.place().line(),
                    problem.place().column(),
                    problem.arguments(),
                    Messages.text(Language.ZH, problem.code(), arguments),
                    Messages.text(Language.EN, problem.code(), arguments));
        }

        /** The problem that was told. */
        public Problem problem() {
            return new Problem(new Place(file, line, column), severity, code, arguments);
        }
    }

    /** The event as one line of JSON, without the line's end. */
    default String line() {
        try {
            return Json.MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The event of a line; empty when the line is none, such as what a dying virtual machine prints. */
    static Optional<Event> parse(String line) {
        try {
            return Optional.of(Json.MAPPER.readValue(line, Event.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Holds the mapper, which an interface cannot keep to itself. */
    final class Json {
        private static final ObjectMapper MAPPER = new ObjectMapper();

        private Json() {}
    }
}
