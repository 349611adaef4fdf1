package cn.mingjian.server.access;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.testing.Brought;
import cn.mingjian.server.testing.DoneRun;
import cn.mingjian.server.testing.Lending;
import cn.mingjian.server.testing.Openings;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Register;
import cn.mingjian.server.testing.SampleRuns;
import cn.mingjian.server.testing.TestServer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * One of each thing, of the caller "own" and their department, named in the paths of the matrix; and what tells in an answer
 * that it is there.
 */
final class OwnThings {

    /** Kinds of things, by who may see that they are there. */
    enum Kind {
        /** Of casework. */
        CASEWORK,
        /** What was brought or asked for. */
        BROUGHT,
        /** What stands in the catalogue of data. */
        LISTED,
        /** The account. */
        LOGIN
    }

    /** Bodies with which a call gets as far as its scope, where an empty one does not. */
    private static final Map<String, Object> BODIES = Map.of(
            "POST /api/v1/administration/accounts",
                    Map.of("department", "{department}", "login", "matrix-account", "name", "测试员"),
            "PUT /api/v1/administration/accounts/{account}/department", Map.of("department", "{department}"),
            "PUT /api/v1/administration/offices/{office}/closed", Map.of("closed", true),
            "POST /api/v1/administration/offices/{office}/departments", Map.of("kind", "juvenile"),
            "PUT /api/v1/datasets/{dataset}", Register.unshared(),
            "POST /api/v1/datasets/{dataset}/destroy", Map.of("reason", "用毕"),
            "POST /api/v1/datasets/{dataset}/versions/{no}/destroy", Map.of("reason", "用毕"),
            "POST /api/v1/datasets/{dataset}/versions/{no}/rejected.xlsx", Openings.WISH,
            "POST /api/v1/intake/{registers}/mapping",
                    Map.of(
                            "signature",
                            "{signature}",
                            "contract",
                            Register.CONTRACT,
                            "purposes",
                            List.of(Register.MODEL)),
            "POST /api/v1/intake/{registers}/import",
                    Map.of(
                            "signature",
                            "{signature}",
                            "contract",
                            Register.CONTRACT,
                            "recipe",
                            Map.of("columns", List.of(), "missing", List.of()),
                            "load",
                            "FULL",
                            "coverage",
                            Register.coverage("2024-03-31")));

    private final TestServer server = TestServer.get();
    private final DoneRun run;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Kind> signs = new LinkedHashMap<>();

    private OwnThings(DoneRun run) {
        this.run = run;
    }

    static OwnThings of(DoneRun run) throws InterruptedException {
        OwnThings things = new OwnThings(run);
        Person own = run.person();
        things.add("{run}", run.id(), Kind.CASEWORK);
        String clue = own.get(run.clues()).json().at("/items/0/clueId").asString();
        things.add("{clue}", clue, Kind.CASEWORK);
        things.add("{delivery}", delivery(own), Kind.BROUGHT);
        things.add(
                "{opening}", id(own, "/api/v1/runs/" + run.id() + "/opening-requests", Openings.WISH), Kind.CASEWORK);
        things.add("{registers}", registers(own), Kind.BROUGHT);
        things.add("{dataset}", Register.dataset(things.server.signedIn(run.place(), Role.DATA_STEWARD)), Kind.LISTED);
        things.add("{schedule}", id(own, "/api/v1/schedules", SCHEDULE), Kind.CASEWORK);
        things.add("{request}", id(own, "/api/v1/requests", REQUEST), Kind.BROUGHT);
        things.add("{expected}", id(own, "/api/v1/expected-deliveries", EXPECTED), Kind.BROUGHT);
        things.more(own);
        things.somebodyMoved();
        things.values.put("{office}", String.valueOf(run.place().office()));
        things.values.put(
                "{account}",
                String.valueOf(things.server.actor(run.place(), Role.PROSECUTOR).id()));
        things.values.put("{delegation}", Lending.of(run.place()));
        Person steward = things.server.signedIn(run.place(), Role.DATA_STEWARD);
        things.values.put(
                "{signature}", Register.signature(steward, Objects.requireNonNull(things.values.get("{registers}"))));
        things.add("{draft}", id(steward, "/api/v1/drafts", Map.of("name", "x")), Kind.BROUGHT);
        things.values.put("{ran}", SampleRuns.MODEL);
        String versions = "/api/v1/models/" + SampleRuns.MODEL + "/versions";
        things.values.put("{version}", own.get(versions).json().at("/0/digest").asString());
        things.values.put("{role}", "DUTY");
        things.values.put("{nosuch}", String.valueOf(new UUID(0, 0)));
        things.values.put("{no}", "1");
        things.values.put("{model}", Register.MODEL);
        things.signs.put("\"" + run.login() + "\"", Kind.LOGIN);
        return things;
    }

    private static final Map<String, Object> SCHEDULE = Map.of(
            "model", "shell-companies",
            "purpose", "STUDY",
            "asOf", "RUN_DAY",
            "asOfReason", "x",
            "occasion", "ARRIVAL");
    private static final Map<String, Object> REQUEST = Map.of(
            "way",
            "PUBLIC",
            "owner",
            "tax",
            "provider",
            "某局",
            "contracts",
            List.of("market_entity"),
            "due",
            LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(3).toString());
    private static final Map<String, Object> EXPECTED = Map.of(
            "provider", "某局", "rhythm", "MONTHLY", "firstDue", "2026-01-31", "contracts", List.of("market_entity"));

    /** What the desk, the limits and the officer's rooms show: something sent, something arrived, something opened. */
    private void more(Person own) {
        String sent = id(own, "/api/v1/requests", REQUEST);
        done(own.post("/api/v1/requests/" + sent + "/state", Map.of("to", "SENT")));
        signs.put(sent, Kind.BROUGHT);
        String arrived = id(own, "/api/v1/expected-deliveries", EXPECTED);
        done(own.post("/api/v1/expected-deliveries/" + arrived + "/arrivals", Map.of()));
        signs.put(arrived, Kind.BROUGHT);
        done(own.post("/api/v1/deliveries/" + values.get("{delivery}") + "/documents/1/opening", Openings.WISH));
        Map<String, Object> more = new HashMap<>(Openings.WISH);
        more.put("more", 5);
        String asked = id(own, "/api/v1/opening-requests", more);
        String refused = id(own, "/api/v1/opening-requests", more);
        Person chief = server.signedIn(run.place(), Role.CHIEF);
        done(chief.put("/api/v1/opening-requests/" + refused + "/decision", Map.of("allow", false, "words", "不必要")));
        server.part(Acts.class)
                .write(server.actor(run.place(), Role.PROSECUTOR), Act.of("opening.limit", "run", run.id()), () -> {});
        done(chief.put("/api/v1/opening-requests/" + asked + "/decision", Map.of("allow", true, "words", "工作需要")));
    }

    /** A move of which its person has not read. */
    private void somebodyMoved() {
        int account = server.actor(run.place(), Role.PROSECUTOR).id();
        int beside = server.departmentBeside(run.place(), "moved" + account).department();
        done(server.signedIn(run.place(), Role.SYSTEM_ADMIN)
                .put("/api/v1/administration/accounts/" + account + "/department", Map.of("department", beside)));
    }

    private static void done(Person.Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(answer.text());
        }
    }

    private void add(String name, String id, Kind kind) {
        values.put(name, id);
        signs.put(id, kind);
    }

    private static String id(Person person, String path, Object wish) {
        return person.post(path, wish).json().at("/id").asString();
    }

    private static String delivery(Person person) throws InterruptedException {
        String id = Brought.bring(person, "criminal-judgment", Map.of("判决.txt", Brought.JUDGMENT))
                .json()
                .at("/id")
                .asString();
        return Brought.read(person, id).at("/id").asString();
    }

    private static String registers(Person person) {
        return Register.bring(person, "a.csv", Register.gb18030(Register.month("2024-03", 3, 0)));
    }

    /** The path of a line with what it names; of a delivery that goes, always one that is there. */
    String path(AccessMatrix.Line line) {
        String path = line.path();
        if (line.method().equals("DELETE") && path.contains("{delivery}")) {
            path = path.replace("{delivery}", registers(run.person()));
        }
        for (Map.Entry<String, String> value : values.entrySet()) {
            path = path.replace(value.getKey(), value.getValue());
        }
        return path;
    }

    String body(AccessMatrix.Line line) {
        return JsonMapper.shared()
                .writeValueAsString(BODIES.getOrDefault(line.toString(), Map.of()))
                .replace("{signature}", Objects.requireNonNull(values.get("{signature}")))
                .replace("{department}", String.valueOf(run.place().department()));
    }

    /** What is shown in a text to somebody who may see only some kinds. */
    List<String> seen(String text, Set<Kind> kinds) {
        List<String> seen = new ArrayList<>();
        signs.forEach((sign, kind) -> {
            if (!kinds.contains(kind) && text.contains(sign)) {
                seen.add(values.entrySet().stream()
                        .filter(value -> value.getValue().equals(sign))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse("the account"));
            }
        });
        return seen;
    }
}
