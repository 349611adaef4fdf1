package cn.mingjian.server.opening;

import static cn.mingjian.server.testing.Openings.WISH;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.DoneRun;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.TestServer;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class OpeningTest {

    private static final String TODAY = "/api/v1/openings/today";
    private static final String REQUESTS = "/api/v1/opening-requests";
    private static final int DAILY = 20;

    private final TestServer server = TestServer.get();
    private final DoneRun run = DoneRun.aboutPersons();
    private final Person prosecutor = server.signedIn(run.place(), Role.PROSECUTOR);

    private List<String> clues() {
        return run.person().get(run.clues() + "?size=200").json().at("/items").findValuesAsString("clueId");
    }

    private static String opening(String clues, String clue) {
        return clues + "/" + clue + "/opening";
    }

    private long count(String sql, Object... parameters) {
        return server.part(JdbcClient.class)
                .sql(sql)
                .params(List.of(parameters))
                .query(Long.class)
                .single();
    }

    /** What of a clue stands in no masked form: texts of the result on the disk. */
    private Set<String> secrets(int number) throws IOException {
        Unmasked unmasked = Unmasked.nothing();
        ObjectMapper json = new ObjectMapper();
        unmasked.add(json.readTree(line("masked.jsonl", number)), json.readTree(line("clues.jsonl", number)));
        assertThat(unmasked.values()).isNotEmpty();
        return unmasked.values();
    }

    private String line(String name, int number) throws IOException {
        Path results = server.data().resolve("offices/" + run.place().office() + "/runs/" + run.id());
        try (Stream<Path> files = Files.walk(results)) {
            Path file = files.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
            return Files.readAllLines(file).get(number - 1);
        }
    }

    @Test
    void shouldOpenNothingWhereNothingIsMasked() {
        DoneRun firms = DoneRun.get();
        String clue =
                firms.person().get(firms.clues()).json().at("/items/0/clueId").asString();

        int before = firms.person().get(TODAY).json().at("/allowance/opened").asInt();

        Answer answer = firms.person().post(opening(firms.clues(), clue), WISH);

        assertThat(answer.problem()).isEqualTo("server.opening-nothing");
        assertThat(firms.person().get(TODAY).json().at("/allowance/opened").asInt())
                .isEqualTo(before);
    }

    @Test
    void shouldShowTheValuesOfAClueWhenAReasonIsGivenAndKeepNoneOfThem() throws IOException {
        String clue = clues().get(0);
        String masked = run.person().get(run.clues() + "/" + clue).text();
        long before = count("select count(*) from opening");

        Answer answer = prosecutor.post(opening(run.clues(), clue), WISH);

        assertThat(answer.status()).isEqualTo(200);
        String secret = secrets(1).stream()
                .filter(value -> !masked.contains(value))
                .findFirst()
                .orElseThrow();
        assertThat(answer.text()).contains(secret);
        assertThat(answer.json().at("/opening/mark/office").asString()).isEqualTo("测试县人民检察院");
        assertThat(answer.json().at("/opening/allowance/left").asInt()).isEqualTo(DAILY - 1);
        assertThat(count("select count(*) from opening")).isEqualTo(before + 1);
        String kept = server.part(JdbcClient.class)
                .sql("select string_agg(o::text, ' ') || (select string_agg(p::text, ' ') from opening_person p)"
                        + " || (select string_agg(a::text, ' ') from audit_entry a) from opening o")
                .query(String.class)
                .single();
        assertThat(kept).contains(clue).doesNotContain(secret);
        assertThat(prosecutor.get(run.clues() + "/" + clue).text()).doesNotContain(secret);
    }

    @ParameterizedTest
    @CsvSource({
        ",核实线索,server.opening-reason",
        "VERIFICATION,,server.opening-words",
        "VERIFICATION,'  ',server.opening-words",
        "CASE,'两\n行',server.opening-words",
        "CURIOSITY,想看看,server.not-understood"
    })
    void shouldOpenNothingWithoutAReason(String reason, String words, String refusal) {
        Map<String, String> wish = new java.util.HashMap<>();
        wish.put("reason", reason);
        wish.put("words", words);

        Answer answer = prosecutor.post(opening(run.clues(), clues().get(0)), wish);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo(refusal);
    }

    @Test
    void shouldOpenNothingOfOtherDepartmentsAndOffices() {
        String path = opening(run.clues(), clues().get(0));

        for (Person other : List.of(
                server.signedIn(server.departmentBeside(run.place(), "beside-opening"), Role.PROSECUTOR),
                server.signedIn(server.office(), Role.PROSECUTOR, Role.CHIEF))) {
            assertThat(other.post(path, WISH).status()).isEqualTo(404);
            assertThat(other.get(TODAY).json().at("/allowance/opened").asInt()).isZero();
        }
        assertThat(server.signedIn(run.place(), Role.PROTECTION_OFFICER)
                        .post(path, WISH)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void shouldRefuseWhenTheLimitOfTheDayIsReachedAndOpenAgainWhatWasOpened() {
        Person busy = server.signedIn(run.place(), Role.PROSECUTOR);
        List<String> all = clues();
        assertThat(all).hasSizeGreaterThan(DAILY);

        List<Integer> statuses = IntStream.range(0, DAILY + 1)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> busy.post(opening(run.clues(), all.get(i)), WISH).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(DAILY);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(1);
        String again = all.get(statuses.indexOf(200));
        assertThat(busy.post(opening(run.clues(), again), WISH).status()).isEqualTo(200);
        assertThat(busy.get(TODAY).json().at("/allowance/left").asInt()).isZero();
        assertThat(count(
                        "select count(*) from audit_entry where act = 'opening.limit' and office_id = ?",
                        run.place().office()))
                .isPositive();
    }

    @Test
    void shouldOpenMoreOnADayWhenTheChiefAllowsIt() {
        Person asker = server.signedIn(run.place(), Role.PROSECUTOR);
        Person chief = server.signedIn(server.departmentBeside(run.place(), "chief-opening"), Role.CHIEF);
        Map<String, Object> wish = Map.of("reason", "CASE", "words", "示检公益〔2024〕1号", "more", 7);

        String id = asker.post(REQUESTS, wish).json().at("/id").asString();

        assertThat(asker.post(REQUESTS, Map.of("reason", "CASE", "words", "一号", "more", 100000))
                        .problem())
                .isEqualTo("server.opening-more");
        Map<String, Object> yes = Map.of("allow", true, "words", "案件需要");
        String decision = REQUESTS + "/" + id + "/decision";
        assertThat(asker.put(decision, yes).status()).isEqualTo(403);
        assertThat(prosecutor.put(decision, yes).status()).isEqualTo(403);
        assertThat(server.signedIn(server.office(), Role.CHIEF)
                        .put(decision, yes)
                        .status())
                .isEqualTo(404);
        assertThat(chief.put(decision, yes).json().at("/state").asString()).isEqualTo("ALLOWED");
        assertThat(chief.put(decision, yes).status()).isEqualTo(409);
        assertThat(asker.get(TODAY).json().at("/allowance/daily").asInt()).isEqualTo(DAILY + 7);
        assertThat(prosecutor.get(TODAY).json().at("/allowance/daily").asInt()).isEqualTo(DAILY);
    }

    @Test
    void shouldGiveAllCluesWithTheirValuesOnceWhenASecondPersonAllowsIt() throws IOException {
        Person asker = server.signedIn(run.place(), Role.PROSECUTOR);
        String base = "/api/v1/runs/" + run.id() + "/opening-requests";
        String id = asker.post(base, WISH).json().at("/id").asString();
        String file = base + "/" + id + "/clues.xlsx";
        assertThat(asker.post(file, Map.of()).problem()).isEqualTo("server.opening-not-allowed");
        Map<String, Object> yes = Map.of("allow", true, "words", "核实需要");
        assertThat(asker.put(REQUESTS + "/" + id + "/decision", yes).status()).isEqualTo(403);
        assertThat(server.signedIn(server.departmentBeside(run.place(), "beside-bulk"), Role.PROSECUTOR)
                        .put(REQUESTS + "/" + id + "/decision", yes)
                        .status())
                .isEqualTo(404);
        assertThat(prosecutor.put(REQUESTS + "/" + id + "/decision", yes).status())
                .isEqualTo(200);
        assertThat(prosecutor.post(file, Map.of()).status()).isEqualTo(409);

        Answer answer = asker.post(file, Map.of());

        assertThat(answer.status()).isEqualTo(200);
        String secret = secrets(1).iterator().next();
        assertThat(cells(answer)).anyMatch(cell -> cell.contains(secret));
        assertThat(cells(run.person().get(run.clues() + ".xlsx"))).noneMatch(cell -> cell.contains(secret));
        assertThat(asker.post(file, Map.of()).problem()).isEqualTo("server.opening-not-allowed");
        assertThat(asker.get(TODAY).json().at("/allowance/opened").asInt()).isZero();
        assertThat(count(
                        "select things from opening where kind = 'CLUES_OF_RUN' and object_id = ?",
                        java.util.UUID.fromString(run.id())))
                .isEqualTo(run.page().at("/clues").asInt());
    }

    @Test
    void shouldMarkAWorkbookWithWhoTookIt() throws IOException {
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(
                run.person().get(run.clues() + ".xlsx").whole().body()))) {
            book.forEach(sheet -> assertThat(sheet.getHeader().getRight())
                    .contains(run.login())
                    .contains("测试县人民检察院"));
        }
    }

    @Test
    void shouldRefuseAChangeOfWhatWasKept() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> server.act(() -> server.part(JdbcClient.class)
                        .sql("update opening set words = ''")
                        .update())))
                .isNotNull();
    }

    private static List<String> cells(Answer answer) throws IOException {
        List<String> cells = new java.util.ArrayList<>();
        try (Workbook book =
                WorkbookFactory.create(new ByteArrayInputStream(answer.whole().body()))) {
            book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> cells.add(cell.toString()))));
        }
        return cells;
    }

    @Test
    void shouldListRequestsOfTheDepartmentAlone() {
        String id = prosecutor
                .post(REQUESTS, Map.of("reason", "CHECK", "words", "核对数据", "more", 1))
                .json()
                .at("/id")
                .asString();
        Person beside = server.signedIn(server.departmentBeside(run.place(), "beside-list"), Role.PROSECUTOR);

        JsonNode own = prosecutor.get(REQUESTS + "?size=200").json();

        assertThat(own.at("/items").findValuesAsString("id")).contains(id);
        assertThat(beside.get(REQUESTS).text()).doesNotContain(id);
    }
}
