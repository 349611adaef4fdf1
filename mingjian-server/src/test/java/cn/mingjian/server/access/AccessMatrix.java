package cn.mingjian.server.access;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.testing.DoneRun;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.TestServer;
import cn.mingjian.server.testing.TestServer.Place;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The matrix in {@code access-matrix.csv} with its callers, and what they call. */
final class AccessMatrix {

    private static final Path FILE = Path.of("src/test/resources/access-matrix.csv");
    private static final Map<String, String> REFUSALS = Map.of(
            "server.not-signed-in", "401",
            "server.password-first", "403",
            "server.pledge-first", "403",
            "server.not-allowed", "403",
            "server.not-there", "404");

    /** Who may see, in whatever is answered, that something of the caller "own" is there; see {@link OwnThings}. */
    private static final Map<String, Set<OwnThings.Kind>> MAY_SEE = Map.of(
            "own", Set.of(OwnThings.Kind.values()),
            "chief", Set.of(OwnThings.Kind.values()),
            "steward", Set.of(OwnThings.Kind.BROUGHT, OwnThings.Kind.LISTED, OwnThings.Kind.LOGIN),
            "protection", Set.of(OwnThings.Kind.LISTED, OwnThings.Kind.LOGIN),
            "system", Set.of(OwnThings.Kind.LOGIN),
            "security", Set.of(OwnThings.Kind.LOGIN),
            "audit", Set.of(OwnThings.Kind.values()));

    private final TestServer server = TestServer.get();
    private final DoneRun run = DoneRun.get();
    private final List<String> names;
    private final List<Line> lines;
    private OwnThings things;
    private Map<String, Person> callers;

    /** What is expected of one endpoint, by caller. */
    record Line(String method, String path, Map<String, String> expected) {

        /** Whether calling it may end the caller's session. */
        boolean endsSessions() {
            return path.startsWith("/api/v1/session") && !method.equals("GET");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    AccessMatrix() throws IOException, InterruptedException {
        List<List<String>> rows = rows();
        names = rows.get(0).subList(2, rows.get(0).size());
        lines = rows.stream().skip(1).map(this::line).toList();
        things = OwnThings.of(run);
        callers = callers();
    }

    private Line line(List<String> cells) {
        Map<String, String> expected = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            expected.put(names.get(i), cells.get(i + 2));
        }
        return new Line(cells.get(0), cells.get(1), expected);
    }

    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(FILE).stream()
                .filter(row -> !row.startsWith("#") && !row.isBlank())
                .map(row -> Arrays.asList(row.split(",")))
                .toList();
    }

    List<Line> lines() {
        return lines;
    }

    List<String> names() {
        return names;
    }

    /** Signs everybody in anew. */
    void begin() {
        callers = callers();
    }

    /** Makes all things anew: calls may have ended what was there. */
    void renew() throws InterruptedException {
        things = OwnThings.of(run);
        begin();
    }

    /** What is wrong with the answer that a caller gets; nothing where it is as the matrix says. */
    List<String> wrong(Line line, String caller) {
        return wrong(line, caller, answer(line, caller));
    }

    /** The same of an answer that was given. */
    List<String> wrong(Line line, String caller, Answer answer) {
        List<String> wrong = new ArrayList<>();
        String got = outcome(answer);
        if (!got.equals(line.expected().get(caller))) {
            wrong.add(line + " by " + caller + ": " + got + ", status " + answer.status());
        }
        if (answer.status() >= 500) {
            wrong.add(line + " by " + caller + " fails");
        }
        if (answer.status() == 200 && answer.text().startsWith("{") && countsMore(answer.json())) {
            wrong.add(line + " by " + caller + " counts what it does not show");
        }
        things.seen(answer.text(), MAY_SEE.getOrDefault(caller, Set.of()))
                .forEach(thing -> wrong.add(line + " shows " + thing + " to " + caller));
        return wrong;
    }

    /** Whether a list that stands whole on its first page is said to have other rows. */
    private static boolean countsMore(JsonNode page) {
        int shown = page.path("items").size();
        return page.path("items").isArray()
                && page.path("total").isNumber()
                && shown < page.path("size").asInt()
                && page.path("total").asInt() != shown;
    }

    /** What a caller is answered. */
    Answer answer(Line line, String caller) {
        Person person = Objects.requireNonNull(callers.get(caller), caller);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + things.path(line)))
                .header("X-XSRF-TOKEN", person.cookie("XSRF-TOKEN"));
        if (line.path().endsWith("/deliveries") && line.method().equals("POST")) {
            return person.send(request.header("Content-Type", "multipart/form-data; boundary=b")
                    .POST(BodyPublishers.ofString("--b--\r\n")));
        }
        return person.send(request.header("Content-Type", "application/json")
                .method(
                        line.method(),
                        line.method().equals("GET") || line.method().equals("DELETE")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(things.body(line))));
    }

    private static String outcome(Answer answer) {
        boolean refused = answer.status() >= 400 && answer.text().startsWith("{");
        return refused ? REFUSALS.getOrDefault(answer.problem(), "in") : "in";
    }

    private Map<String, Person> callers() {
        Place own = run.place();
        Place upper = server.office();
        Place lower = server.office();
        Place sister = server.office();
        above(upper, own);
        above(own, lower);
        Person unpledged = new Person(server.address());
        unpledged.enter(server.newAccount(own, Role.PROSECUTOR), TestServer.PASSWORD);
        Map<String, Person> everybody = new LinkedHashMap<>();
        everybody.put("nobody", new Person(server.address()));
        everybody.put("unpledged", unpledged);
        everybody.put("own", server.signedIn(own, Role.PROSECUTOR));
        everybody.put("colleague", server.signedIn(beside(own), Role.PROSECUTOR));
        everybody.put("chief", server.signedIn(beside(own), Role.CHIEF));
        everybody.put("sister", server.signedIn(sister, Role.PROSECUTOR, Role.CHIEF));
        everybody.put("upper", server.signedIn(upper, Role.PROSECUTOR, Role.CHIEF));
        everybody.put("lower", server.signedIn(lower, Role.PROSECUTOR, Role.CHIEF));
        everybody.put("steward", server.signedIn(own, Role.DATA_STEWARD));
        everybody.put("stewardbeside", server.signedIn(beside(own), Role.DATA_STEWARD));
        everybody.put("stewardelse", server.signedIn(sister, Role.DATA_STEWARD));
        everybody.put("protection", server.signedIn(own, Role.PROTECTION_OFFICER));
        everybody.put("protectionelse", server.signedIn(sister, Role.PROTECTION_OFFICER));
        everybody.put("system", server.signedIn(own, Role.SYSTEM_ADMIN));
        everybody.put("systemelse", server.signedIn(sister, Role.SYSTEM_ADMIN));
        everybody.put("security", server.signedIn(own, Role.SECURITY_ADMIN));
        everybody.put("securityelse", server.signedIn(sister, Role.SECURITY_ADMIN));
        everybody.put("audit", server.signedIn(own, Role.AUDIT_ADMIN));
        everybody.put("auditelse", server.signedIn(sister, Role.AUDIT_ADMIN));
        return everybody;
    }

    private Place beside(Place place) {
        return server.departmentBeside(place, "beside" + System.nanoTime());
    }

    private void above(Place upper, Place lower) {
        server.part(Acts.class)
                .write(
                        new Actor(0, Actor.Kind.SYSTEM, 0, 0, Set.of()),
                        Act.of("test.above", "office", lower.office()),
                        () -> server.part(JdbcClient.class)
                                .sql("update office set parent_id = ? where id = ?")
                                .params(upper.office(), lower.office())
                                .update());
    }
}
