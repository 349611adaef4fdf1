package cn.mingjian.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.Brought;
import cn.mingjian.server.testing.Described;
import cn.mingjian.server.testing.Described.Endpoint;
import cn.mingjian.server.testing.DoneRun;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.TestServer;
import cn.mingjian.server.testing.TestServer.Place;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What attackers usually try, on every endpoint of the description: a new one is tried as soon as it is described. */
class AttackTest {

    private static final List<String> HOSTILE = List.of(
            "'; drop table clue; --",
            "1) or (1=1",
            "../../../etc/passwd",
            "..\\..\\windows\\win.ini",
            "\0",
            "${7*7}",
            "<script>alert(1)</script>",
            "=cmd|' /C calc'!A0",
            "9".repeat(4000),
            "\u202E\uFEFF");

    private static final Role[] WORK = {
        Role.PROSECUTOR, Role.DEPARTMENT_HEAD, Role.CHIEF, Role.DATA_STEWARD, Role.PROTECTION_OFFICER
    };
    /** What they answer is theirs alone, whatever stands in the request. */
    private static final List<String> ENDS_THE_SESSION = List.of("DELETE /api/v1/session");

    private final TestServer server = TestServer.get();
    private final DoneRun run = DoneRun.get();
    private final List<Endpoint> endpoints = Described.endpoints();

    private Map<String, String> own() throws InterruptedException {
        Map<String, String> values = new LinkedHashMap<>();
        String clue = run.person().get(run.clues()).json().at("/items/0/clueId").asString();
        String delivery = Brought.bring(run.person(), "criminal-judgment", Map.of("判决.txt", Brought.JUDGMENT))
                .json()
                .at("/id")
                .asString();
        Brought.read(run.person(), delivery);
        values.put("run", run.id());
        values.put("clue", clue);
        values.put("model", "shell-companies");
        values.put("no", "1");
        values.put("id", run.id());
        values.put("delivery", delivery);
        return values;
    }

    /** {@code id} stands for what the path before it names. */
    private static String path(Endpoint endpoint, Map<String, String> own, String otherwise) {
        Map<String, String> values = new LinkedHashMap<>(own);
        if (endpoint.path().startsWith("/api/v1/deliveries")) {
            values.put("id", own.getOrDefault("delivery", otherwise));
        } else if (endpoint.path().startsWith("/api/v1/models")) {
            values.put("id", own.getOrDefault("model", otherwise));
        } else if (!endpoint.path().startsWith("/api/v1/runs")) {
            values.put("id", otherwise);
        }
        return endpoint.at(values, otherwise);
    }

    private Answer call(Person person, Endpoint endpoint, String address, Map<String, Object> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + address))
                .header("X-XSRF-TOKEN", person.cookie("XSRF-TOKEN"))
                .header("Content-Type", "application/json");
        boolean empty = endpoint.body().isMissingNode();
        return person.send(request.method(
                endpoint.method(),
                empty
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body))));
    }

    private static boolean endsTheSession(Endpoint endpoint) {
        return ENDS_THE_SESSION.contains(endpoint.method() + " " + endpoint.path());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private List<Person> everybody(Place place) {
        return List.of(
                server.signedIn(place, WORK),
                server.signedIn(place, Role.SYSTEM_ADMIN),
                server.signedIn(place, Role.SECURITY_ADMIN),
                server.signedIn(place, Role.AUDIT_ADMIN));
    }

    @Test
    void shouldNeverFailNorSayWhyOnHostileTextInAddresses() throws InterruptedException {
        Map<String, String> own = own();
        List<String> wrong = new ArrayList<>();
        for (Person person : everybody(run.place())) {
            for (Endpoint endpoint : endpoints) {
                if (endpoint.writes()) {
                    continue;
                }
                for (String text : HOSTILE) {
                    String query = endpoint.query().stream()
                            .map(name -> name + "=" + encoded(text))
                            .collect(Collectors.joining("&"));
                    String plain = path(endpoint, own, encoded(text));
                    String strange = endpoint.at(Map.of(), encoded(text));
                    for (String address : List.of(plain + "?" + query, strange)) {
                        Answer answer = call(person, endpoint, address, Map.of());
                        if (answer.status() >= 500 || tells(answer)) {
                            wrong.add(endpoint.path() + " " + answer.status() + " on " + text);
                        }
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(run.person().get(run.clues()).json().at("/total").asInt()).isPositive();
    }

    /** Nothing of the machine stands in an answer. */
    private static boolean tells(Answer answer) {
        return answer.status() >= 400
                && (answer.text().contains("Exception")
                        || answer.text().contains("org.postgresql")
                        || answer.text().contains("\tat ")
                        || answer.text().contains("root:"));
    }

    @Test
    void shouldNeverFailOnHostileTextInBodies() {
        List<String> wrong = new ArrayList<>();
        for (Person person : everybody(server.office())) {
            for (Endpoint endpoint : endpoints) {
                if (!endpoint.writes() || endsTheSession(endpoint)) {
                    continue;
                }
                for (String text : HOSTILE) {
                    Answer answer = call(
                            person,
                            endpoint,
                            path(endpoint, Map.of(), "00000000-0000-0000-0000-000000000000"),
                            endpoint.body(text, "00000000-0000-0000-0000-000000000000"));
                    if (answer.status() >= 500 || tells(answer)) {
                        wrong.add(endpoint.method() + " " + endpoint.path() + " " + answer.status() + " on " + text);
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void shouldGiveNothingForIdsOfOtherOfficesInPathsAndBodies() throws InterruptedException {
        Map<String, String> own = own();
        Place elsewhere = server.office();
        List<String> wrong = new ArrayList<>();
        for (Person person : everybody(elsewhere)) {
            for (Endpoint endpoint : endpoints) {
                for (String id : List.of(run.id(), own.getOrDefault("delivery", ""))) {
                    boolean named =
                            endpoint.path().contains("{") || !endpoint.body().isMissingNode();
                    if (!named || endsTheSession(endpoint)) {
                        continue;
                    }
                    Answer answer = call(person, endpoint, path(endpoint, own, id), endpoint.body("文字", id));
                    if (answer.text().contains("\"" + run.login() + "\"")
                            || answer.text().contains(id)) {
                        wrong.add(endpoint.method() + " " + endpoint.path() + " answers " + answer.status());
                    }
                    boolean of = endpoint.path().matches(".*/(runs|deliveries)/.*");
                    if (of && answer.status() < 400) {
                        wrong.add(endpoint.method() + " " + endpoint.path() + " takes what is not theirs");
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(run.person().get("/api/v1/runs/" + run.id()).status()).isEqualTo(200);
    }

    @Test
    void shouldRefuseEveryWriteWithoutTheTokenAgainstForgedRequests() throws InterruptedException {
        Map<String, String> own = own();
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            if (endpoint.writes()) {
                Answer answer = run.person()
                        .send(HttpRequest.newBuilder(URI.create(server.address() + path(endpoint, own, run.id())))
                                .header("Content-Type", "application/json")
                                .method(endpoint.method(), BodyPublishers.ofString("{}")));
                if (answer.status() != 403) {
                    wrong.add(endpoint.method() + " " + endpoint.path() + " answers " + answer.status());
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void shouldRefuseBodiesWithoutEndBeforeTheyAreRead() throws InterruptedException {
        Map<String, String> own = own();
        String large = "{\"words\":\"" + "x".repeat(2 << 20) + "\"}";
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            if (endpoint.writes() && !endpoint.body().isMissingNode()) {
                Answer answer = run.person()
                        .send(HttpRequest.newBuilder(URI.create(server.address() + path(endpoint, own, run.id())))
                                .header("Content-Type", "application/json")
                                .header("X-XSRF-TOKEN", run.person().cookie("XSRF-TOKEN"))
                                .method(endpoint.method(), BodyPublishers.ofString(large)));
                if (answer.status() != 413) {
                    wrong.add(endpoint.method() + " " + endpoint.path() + " answers " + answer.status());
                }
            }
        }
        Answer endless = run.person()
                .send(HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/runs"))
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", run.person().cookie("XSRF-TOKEN"))
                        .POST(BodyPublishers.ofInputStream(
                                () -> new java.io.ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)))));

        assertThat(wrong).isEmpty();
        assertThat(endless.status()).isEqualTo(411);
    }

    @Test
    void shouldNotTakeASessionThatSomebodyElseChose() {
        Person victim = new Person(server.address());
        String chosen = "YXR0YWNrZXItY2hvc2VuLXNlc3Npb24";
        String login = server.account(server.office(), Role.PROSECUTOR);

        Answer answer = victim.send(HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/session"))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", victim.cookie("XSRF-TOKEN"))
                .header("Cookie", "MINGJIAN_SESSION=" + chosen + "; XSRF-TOKEN=" + victim.cookie("XSRF-TOKEN"))
                .POST(BodyPublishers.ofString(
                        "{\"account\":\"" + login + "\",\"password\":\"" + TestServer.PASSWORD + "\"}")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(victim.cookie("MINGJIAN_SESSION")).isNotEmpty().isNotEqualTo(chosen);
        Person attacker = new Person(server.address());
        assertThat(attacker.send(HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/session"))
                                .header("Cookie", "MINGJIAN_SESSION=" + chosen)
                                .GET())
                        .status())
                .isEqualTo(401);
    }
}
