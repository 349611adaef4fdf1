package cn.mingjian.server.testing;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.TestServer.Place;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A run that is done, with somebody who may see it; made once for all tests that only look.
 *
 * @param page as it was when it had ended
 */
public record DoneRun(Place place, String login, Person person, String id, JsonNode page) {

    private static final class Holder {
        static final DoneRun ONLY = make(SampleRuns.MODEL);
    }

    private static final class PersonsHolder {
        static final DoneRun ONLY = make("benefits-after-death-or-sentence");
    }

    /** The one run, made at the first call. */
    public static DoneRun get() {
        return Holder.ONLY;
    }

    /** One of a model whose clues are about persons, made at the first call. */
    public static DoneRun aboutPersons() {
        return PersonsHolder.ONLY;
    }

    /** One in an office where nothing else has happened. */
    public static DoneRun alone() {
        return make(SampleRuns.MODEL);
    }

    private static DoneRun make(String model) {
        TestServer server = TestServer.get();
        Place place = server.office();
        String login = server.account(place, Role.PROSECUTOR);
        Person person = new Person(server.address());
        person.enter(login, TestServer.PASSWORD);
        Map<String, Object> wish = SampleRuns.wish(SampleRuns.delivery(place, login));
        wish.put("model", model);
        String id = person.post("/api/v1/runs", wish).json().at("/id").asString();
        return new DoneRun(place, login, person, id, SampleRuns.ended(person, id));
    }

    /** Where its clues are. */
    public String clues() {
        return "/api/v1/runs/" + id + "/clues";
    }
}
