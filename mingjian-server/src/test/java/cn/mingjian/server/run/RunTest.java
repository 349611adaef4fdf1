package cn.mingjian.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.DoneRun;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.SampleRuns;
import cn.mingjian.server.testing.TestServer;
import cn.mingjian.server.testing.TestServer.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class RunTest {

    private static final String RUNS = "/api/v1/runs";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TestServer server = TestServer.get();
    private final Place place = server.office();
    private final String login = server.account(place, Role.PROSECUTOR);
    private final Person person = new Person(server.address());

    RunTest() {
        person.enter(login, TestServer.PASSWORD);
    }

    @Test
    void shouldGiveCluesWithFunnelWhenARunIsDone() {
        DoneRun run = DoneRun.get();
        JsonNode page = run.page();

        assertThat(page.at("/state").asString()).as(page.toString()).isEqualTo("DONE");
        assertThat(page.at("/clues").asInt()).isPositive();
        assertThat(page.at("/fingerprint").asString()).hasSize(64);
        assertThat(page.at("/funnel/rules").size()).isPositive();
        assertThat(page.at("/funnel/inputs/0/title/zh").asString()).isNotEmpty();
        assertThat(page.at("/imported/0/kept").asLong()).isPositive();
        assertThat(page.at("/progress").isNull()).isTrue();
        assertThat(page.at("/mayStop").asBoolean()).isFalse();
        assertThat(page.at("/orderedBy").asString()).isEqualTo("测试员");
    }

    @Test
    void shouldKeepTheResultForTheServerAloneWhenARunIsDone() throws IOException {
        DoneRun run = DoneRun.get();
        Path folder = server.data().resolve("offices/" + run.place().office() + "/runs/" + run.id() + "/1");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        try (Stream<String> lines = Files.lines(folder.resolve("clues.jsonl"))) {
            assertThat(lines.count()).isEqualTo(run.page().at("/clues").asLong());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "model, ../secret, server.run-model-unknown",
        "model, , server.run-model-missing",
        "purpose, , server.run-purpose-missing",
        "purposeText, 没有编号, server.run-case-number-missing",
        "asOf, , server.run-as-of-missing",
        "asOfReason, ' ', server.run-reason-missing",
        "delivery, , server.run-delivery-missing"
    })
    void shouldRefuseAnOrderWhenSomethingIsMissing(String field, String value, String code) {
        Map<String, Object> wish = SampleRuns.wish(UUID.randomUUID());
        wish.put(field, value);

        Answer answer = person.post(RUNS, wish);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo(code);
    }

    @Test
    void shouldRefuseAnOrderWhenTheDayIsAfterToday() {
        Map<String, Object> wish = SampleRuns.wish(UUID.randomUUID());
        wish.put("asOf", LocalDate.now().plusDays(2).toString());

        assertThat(person.post(RUNS, wish).problem()).isEqualTo("server.run-as-of-future");
    }

    @Test
    void shouldRefuseAnOrderWhenAParameterIsLaw() {
        Map<String, Object> wish = SampleRuns.wish(UUID.randomUUID());
        wish.put("model", "benefits-after-death-or-sentence");
        wish.put("parameters", Map.of("tell", "1"));

        assertThat(person.post(RUNS, wish).problem()).isEqualTo("running.law-not-settable");
    }

    @Test
    void shouldNotTellADeliveryOfAnotherOfficeFromNone() {
        Place other = server.office();
        UUID theirs = SampleRuns.delivery(other, server.account(other), List.of());

        Answer answer = person.post(RUNS, SampleRuns.wish(theirs));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text())
                .isEqualTo(person.post(RUNS, SampleRuns.wish(UUID.randomUUID())).text());
    }

    @Test
    void shouldShowARunToItsDepartmentAndTheHeadsOfItsOfficeOnly() {
        DoneRun run = DoneRun.get();
        String path = RUNS + "/" + run.id();

        assertThat(server.signedIn(run.place(), Role.PROSECUTOR).get(path).status())
                .isEqualTo(200);
        Place beside = server.departmentBeside(run.place(), "beside-run");
        assertThat(server.signedIn(beside, Role.CHIEF).get(path).status()).isEqualTo(200);
        assertThat(server.signedIn(beside, Role.PROSECUTOR).get(path).status()).isEqualTo(404);
        assertThat(person.get(path).status()).isEqualTo(404);
        assertThat(person.post(path + "/stop", Map.of()).status()).isEqualTo(404);
        assertThat(server.signedIn(run.place(), Role.SYSTEM_ADMIN).get(path).status())
                .isEqualTo(403);
        assertThat(server.signedIn(run.place(), Role.SYSTEM_ADMIN).get(RUNS).status())
                .isEqualTo(403);
        assertThat(new Person(server.address()).get(path).status()).isEqualTo(401);
        assertThat(new Person(server.address()).get(RUNS).status()).isEqualTo(401);
    }

    @Test
    void shouldListAllRunsOfAModelForAPurpose() {
        DoneRun run = DoneRun.get();

        JsonNode listed = run.person()
                .get(RUNS + "?model=" + SampleRuns.MODEL + "&purpose=CASE&state=DONE")
                .json();

        assertThat(listed.at("/total").asInt()).isEqualTo(1);
        assertThat(listed.at("/items/0/id").asString()).isEqualTo(run.id());
        assertThat(run.person().get(RUNS + "?purpose=STUDY").json().at("/total").asInt())
                .isZero();
        assertThat(run.person().get(RUNS + "?state=DONE'--").status()).isEqualTo(400);
        assertThat(run.person().get(RUNS + "?model=x'+or+'1'='1").status()).isIn(200, 400);
        assertThat(person.get(RUNS).json().at("/total").asInt()).isZero();
    }

    @Test
    void shouldSayWhyAndLeaveNoClueWhenADeliveryHoldsNothingForTheModel(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("nothing.csv"), "a,b\n1,2\n");
        UUID delivery = SampleRuns.delivery(place, login, List.of(file));

        String id =
                person.post(RUNS, SampleRuns.wish(delivery)).json().at("/id").asString();
        JsonNode page = SampleRuns.ended(person, id);

        assertThat(page.at("/state").asString()).isEqualTo("FAILED");
        assertThat(page.at("/problems/0/message/zh").asString()).isNotEmpty();
        assertThat(person.get(RUNS + "/" + id + "/clues").json().at("/total").asInt())
                .isZero();
    }

    @Test
    void shouldRunOnADeliveryOfAnotherDepartmentWhenTheHeadOfTheOfficeOrdersIt() {
        Person chief = server.signedIn(server.departmentBeside(place, "general"), Role.CHIEF);

        String run = ordered(chief, SampleRuns.delivery(place, login));

        assertThat(SampleRuns.ended(chief, run).at("/state").asString()).isEqualTo("DONE");
    }

    @Test
    void shouldNotGiveARunUpWhenItsServerEndedByItselfHoweverOften() {
        String run = ordered(person, SampleRuns.delivery(place, login));

        for (int i = 0; i < RunStates.MOST_ATTEMPTS; i++) {
            awaitState(run, Set.of("IMPORTING", "RUNNING"));
            server.part(LiveRuns.class).stopAll();
            awaitState(run, Set.of("QUEUED"));
        }

        assertThat(SampleRuns.ended(person, run).at("/state").asString()).isEqualTo("DONE");
    }

    private static String ordered(Person person, UUID delivery) {
        Answer order = person.post(RUNS, SampleRuns.wish(delivery));
        assertThat(order.status()).as(order.text()).isEqualTo(201);
        return order.json().at("/id").asString();
    }

    private void awaitState(String run, Set<String> states) {
        String state = "";
        Instant late = Instant.now().plus(PATIENCE);
        while (!states.contains(state)) {
            assertThat(Instant.now()).as(state).isBefore(late);
            state = person.get(RUNS + "/" + run).json().at("/state").asString();
            assertThat(state).isNotIn("DONE", "FAILED", "STOPPED");
        }
    }

    @Test
    void shouldStopARunForWhoeverOrderedItAndForNobodyElse() {
        UUID delivery = SampleRuns.delivery(place, login);
        Map<String, Object> wish = SampleRuns.wish(delivery);
        wish.put("purposeText", "<script>alert(1)</script> 7号");
        JsonNode ordered = person.post(RUNS, wish).json();
        String stop = RUNS + "/" + ordered.at("/id").asString() + "/stop";

        assertThat(server.signedIn(place, Role.PROSECUTOR).post(stop, Map.of()).problem())
                .isEqualTo("server.run-not-yours-to-stop");
        JsonNode stopped = person.post(stop, Map.of()).json();

        assertThat(stopped.at("/state").asString()).isEqualTo("STOPPED");
        assertThat(stopped.at("/purposeText").asString()).isEqualTo("<script>alert(1)</script> 7号");
        assertThat(person.post(stop, Map.of()).problem()).isEqualTo("server.run-ended");
        assertThat(clues(ordered.at("/id").asString())).isZero();
    }

    @Test
    void shouldLeaveNoProcessBehindWhenTheHeadOfTheDepartmentStopsARun() {
        String run = RUNS + "/" + ordered(person, SampleRuns.delivery(place, login));
        while (workers() == 0) {
            assertThat(person.get(run).json().at("/ended").isNull()).isTrue();
        }

        Answer stopped = server.signedIn(place, Role.DEPARTMENT_HEAD).post(run + "/stop", Map.of());

        assertThat(stopped.json().at("/state").asString()).isEqualTo("STOPPED");
        assertThat(workers()).isZero();
    }

    /** The Java processes under this one: they carry out runs. Tests of one virtual machine follow one another. */
    private static long workers() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/java"))
                .count();
    }

    private long clues(String run) {
        return server.part(JdbcClient.class)
                .sql("select count(*) from clue where run_id = cast(? as uuid)")
                .param(run)
                .query(Long.class)
                .single();
    }
}
