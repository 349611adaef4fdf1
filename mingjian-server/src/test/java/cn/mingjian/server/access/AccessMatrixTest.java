package cn.mingjian.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.testing.Brought;
import cn.mingjian.server.testing.DoneRun;
import cn.mingjian.server.testing.Lending;
import cn.mingjian.server.testing.Openings;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.Register;
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
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint with every caller, against the matrix in {@code access-matrix.csv}. */
class AccessMatrixTest {

    private static final Path MATRIX = Path.of("src/test/resources/access-matrix.csv");
    private static final Set<String> MAY_SEE_THE_RUN = Set.of("own", "chief");
    private static final Map<String, String> REFUSALS = Map.of(
            "server.not-signed-in", "401",
            "server.password-first", "403",
            "server.pledge-first", "403",
            "server.not-allowed", "403",
            "server.not-there", "404");

    private final TestServer server = TestServer.get();

    private record Line(String method, String path, List<String> expected) {}

    @Test
    void shouldHoldALineForEveryEndpoint() throws IOException {
        Set<String> known = new TreeSet<>();
        lines().forEach(line -> known.add(line.method() + " " + line.path().replaceAll("\\{[^}]*}|none$", "{}")));
        Set<String> running = new TreeSet<>();
        server.part(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getName().startsWith("cn.mingjian.")) {
                mapping.getPatternValues().forEach(path -> mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> running.add(verb + " " + path.replaceAll("\\{[^}]*}", "{}"))));
            }
        });

        assertThat(known).isEqualTo(running);
    }

    @Test
    void shouldLetInWhomTheMatrixLetsIn() throws IOException, InterruptedException {
        DoneRun run = DoneRun.get();
        Map<String, String> values = values(run);
        Map<String, Person> callers = callers(run);
        List<String> names = header().subList(2, header().size());
        List<String> wrong = new ArrayList<>();
        for (Line line : lines()) {
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                String path = line.method().equals("DELETE")
                        ? line.path().replace("{delivery}", registers(run.person())) // who is let in removes it
                        : line.path();
                for (Map.Entry<String, String> value : values.entrySet()) {
                    path = path.replace(value.getKey(), value.getValue());
                }
                Answer answer = call(Objects.requireNonNull(callers.get(name), name), line.method(), path);
                String got = outcome(answer);
                if (!got.equals(line.expected().get(i))) {
                    wrong.add(line.method() + " " + line.path() + " by " + name + ": " + got + ", status "
                            + answer.status());
                }
                if (answer.status() >= 500) {
                    wrong.add(line.method() + " " + line.path() + " by " + name + " fails");
                }
                if (!MAY_SEE_THE_RUN.contains(name) && answer.text().contains(run.id())) {
                    wrong.add(line.method() + " " + line.path() + " shows the run to " + name);
                }
            }
            if (line.method().equals("DELETE")) {
                callers = callers(run); // sessions may have ended
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** What stands for the names in the paths of the matrix. */
    private Map<String, String> values(DoneRun run) throws IOException, InterruptedException {
        Map<String, String> values = new LinkedHashMap<>(Map.of(
                "{run}", run.id(),
                "{clue}",
                        run.person()
                                .get(run.clues())
                                .json()
                                .at("/items/0/clueId")
                                .asString(),
                "{delivery}", delivery(run.person()),
                "{opening}",
                        run.person()
                                .post("/api/v1/runs/" + run.id() + "/opening-requests", Openings.WISH)
                                .json()
                                .at("/id")
                                .asString(),
                "{registers}", registers(run.person()),
                "{dataset}", Register.dataset(server.signedIn(run.place(), Role.DATA_STEWARD)),
                "{no}", "1",
                "{schedule}", schedule(run.person()),
                "{model}", "shell-companies"));
        values.put(
                "{version}",
                run.person()
                        .get("/api/v1/models/shell-companies/versions")
                        .json()
                        .at("/0/digest")
                        .asString());
        values.put("{office}", String.valueOf(run.place().office()));
        values.put(
                "{account}",
                String.valueOf(server.actor(run.place(), Role.PROSECUTOR).id()));
        values.put("{nosuch}", String.valueOf(new UUID(0, 0)));
        values.put("{role}", "DUTY");
        values.put("{delegation}", Lending.of(run.place()));
        values.put("{request}", request(run.person()));
        values.put("{expected}", expected(run.person()));
        values.put(
                "{draft}",
                server.signedIn(run.place(), Role.DATA_STEWARD)
                        .post("/api/v1/drafts", Map.of("name", "x"))
                        .json()
                        .at("/id")
                        .asString());
        return values;
    }

    private static String schedule(Person person) {
        Map<String, String> wish = Map.of(
                "model", "shell-companies",
                "purpose", "STUDY",
                "asOf", "RUN_DAY",
                "asOfReason", "x",
                "occasion", "ARRIVAL");
        return person.post("/api/v1/schedules", wish).json().at("/id").asString();
    }

    private static String delivery(Person person) throws InterruptedException {
        String id = Brought.bring(person, "criminal-judgment", Map.of("判决.txt", Brought.JUDGMENT))
                .json()
                .at("/id")
                .asString();
        return Brought.read(person, id).at("/id").asString();
    }

    private static String request(Person person) {
        return person.post(
                        "/api/v1/requests",
                        Map.of(
                                "way", "PUBLIC",
                                "owner", "tax",
                                "provider", "某局",
                                "contracts", List.of("market_entity")))
                .json()
                .at("/id")
                .asString();
    }

    private static String expected(Person person) {
        return person.post(
                        "/api/v1/expected-deliveries",
                        Map.of(
                                "provider", "某局",
                                "rhythm", "MONTHLY",
                                "firstDue", "2026-01-31",
                                "contracts", List.of("market_entity")))
                .json()
                .at("/id")
                .asString();
    }

    private static String registers(Person person) {
        return Register.bring(person, "a.csv", Register.gb18030(Register.month("2024-03", 3, 0)));
    }

    private Map<String, Person> callers(DoneRun run) {
        Place own = run.place();
        Place upper = server.office();
        server.part(Acts.class)
                .write(
                        new Actor(0, Actor.Kind.SYSTEM, 0, 0, Set.of()),
                        Act.of("test.above", "office", own.office()),
                        () -> server.part(JdbcClient.class)
                                .sql("update office set parent_id = ? where id = ?")
                                .params(upper.office(), own.office())
                                .update());
        Person unpledged = new Person(server.address());
        unpledged.enter(server.newAccount(own, Role.PROSECUTOR), TestServer.PASSWORD);
        Map<String, Person> callers = new LinkedHashMap<>();
        callers.put("nobody", new Person(server.address()));
        callers.put("unpledged", unpledged);
        callers.put("own", server.signedIn(own, Role.PROSECUTOR));
        callers.put(
                "colleague",
                server.signedIn(server.departmentBeside(own, "beside" + System.nanoTime()), Role.PROSECUTOR));
        callers.put("chief", server.signedIn(server.departmentBeside(own, "chief" + System.nanoTime()), Role.CHIEF));
        callers.put("sister", server.signedIn(server.office(), Role.PROSECUTOR, Role.CHIEF));
        callers.put("upper", server.signedIn(upper, Role.PROSECUTOR, Role.CHIEF));
        callers.put("steward", server.signedIn(own, Role.DATA_STEWARD));
        callers.put("protection", server.signedIn(own, Role.PROTECTION_OFFICER));
        callers.put("system", server.signedIn(own, Role.SYSTEM_ADMIN));
        callers.put("security", server.signedIn(own, Role.SECURITY_ADMIN));
        callers.put("audit", server.signedIn(own, Role.AUDIT_ADMIN));
        return callers;
    }

    private Answer call(Person person, String method, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("X-XSRF-TOKEN", person.cookie("XSRF-TOKEN"));
        if (path.endsWith("/deliveries") && method.equals("POST")) {
            return person.send(request.header("Content-Type", "multipart/form-data; boundary=b")
                    .POST(BodyPublishers.ofString("--b--\r\n")));
        }
        return person.send(request.header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("GET") || method.equals("DELETE")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString("{}")));
    }

    private static String outcome(Answer answer) {
        boolean refused = answer.status() >= 400 && answer.text().startsWith("{");
        return refused ? REFUSALS.getOrDefault(answer.problem(), "in") : "in";
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(MATRIX).stream()
                .filter(row -> !row.startsWith("#") && !row.isBlank())
                .toList();
    }

    private static List<String> header() throws IOException {
        return Arrays.asList(rows().get(0).split(","));
    }

    private static List<Line> lines() throws IOException {
        return rows().stream()
                .skip(1)
                .map(row -> Arrays.asList(row.split(",")))
                .map(cells -> new Line(cells.get(0), cells.get(1), cells.subList(2, cells.size())))
                .toList();
    }
}
