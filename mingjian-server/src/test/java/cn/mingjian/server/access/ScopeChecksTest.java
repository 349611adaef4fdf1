package cn.mingjian.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.access.AccessMatrix.Line;
import cn.mingjian.server.access.SwitchedDoor.Weaker;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.testing.DoneRun;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.Switches;
import cn.mingjian.server.testing.Switches.Check;
import cn.mingjian.server.testing.TestServer;
import cn.mingjian.server.testing.TestServer.Place;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Each check of who may see or call what is switched off once, and the access matrix misses it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopeChecksTest {

    private static final String RUN_FIRST = "the run is found in scope before";
    private static final String OF_OTHERS = "makes parameters of statements that are switched off";
    private static final String DRAFT_FIRST = "the draft is found in scope before";
    private static final String WATCHED = "WatchedFolderTest";
    private static final String MINE_TOO =
            "the row is the caller's own and in scope: each check keeps what the other keeps";

    /** Checks whose absence no answer of the matrix shows, each with what keeps it or shows it. */
    private static final Map<String, String> KEPT_OTHERWISE = Map.ofEntries(
            Map.entry("ClueClocks.soonest < DeskController.desk 0", MINE_TOO),
            Map.entry("ClueClocks.soonest < DeskController.desk 1", MINE_TOO),
            Map.entry("Runs.rows < Runs.ended 1", MINE_TOO),
            Map.entry("Runs.rows < Runs.running 0", MINE_TOO),
            Map.entry("Runs.rows < Runs.running 1", MINE_TOO),
            Map.entry("Runs.rows < Runs.endedOfOthers 0", "tells others' runs from one's own, in scope"),
            Map.entry("Runs.rows < Runs.latestByModel 1", "the ids are asked in scope before"),
            Map.entry("Clues.list < ClueController.list 0", RUN_FIRST),
            Map.entry("Clues.places < Clues.list 0", RUN_FIRST),
            Map.entry("Clues.find < ClueController.one 0", RUN_FIRST),
            Map.entry("Clues.beside < ClueController.one 0", RUN_FIRST),
            Map.entry("Senders.of < RequestViews.proposal 0", MINE_TOO),
            Map.entry("OneTimeCodes.kept < OneTimeCodes.on 0", "the caller's account by its key: OneTimeCodeTest"),
            Map.entry(
                    "OneTimeCodes.recoveryCodes < OneTimeCodeController.shown 0",
                    "the caller's account by its key: OneTimeCodeTest"),
            Map.entry("AccountKeeping.officeOf < AccountKeeping.make 0", "the office is opened in scope after"),
            Map.entry("OfficeTree.kinds < OfficeTree.page 0", "the office is found in scope before"),
            Map.entry(
                    "Mappings.remembered < IntakeController.mapping 0",
                    "IntakeTest.shouldRememberNothingForOtherOffices"),
            Map.entry(
                    "Mappings.contract < IntakeController.found 0", "IntakeTest.shouldRememberNothingForOtherOffices"));

    /** Methods with a scope that no switch shows, each with what does. */
    private static final Map<String, String> TRIED_ELSEWHERE = Map.ofEntries(
            Map.entry("AccountList.parameters", OF_OTHERS),
            Map.entry("Datasets.catalogue", OF_OTHERS),
            Map.entry("Delegations.parameters", OF_OTHERS),
            Map.entry("Clues.found", RUN_FIRST),
            Map.entry("DataRequests.providerOf", "the delivery is found in scope before"),
            Map.entry("Drafts.remove", DRAFT_FIRST),
            Map.entry("Drafts.save", DRAFT_FIRST),
            Map.entry("Deliveries.ready", "ScheduleTest"),
            Map.entry("Versions.lastOfHeadings", WATCHED),
            Map.entry("WatchedFiles.latest", WATCHED),
            Map.entry("WatchedFiles.takenBefore", WATCHED));

    private static final Path SOURCES = Path.of("src/main/java/cn/mingjian/server");
    private static final Pattern METHOD = Pattern.compile(
            "^    (?!return|new|throw)(?:[\\w<>,.?@\\[\\]]+ )+(\\w+)\\($|^    (?:[\\w<>,.?@\\[\\]]+ )+(\\w+)\\(.*");

    private final Switches switches = Switches.get();
    private final AccessMatrix matrix;

    ScopeChecksTest() throws IOException, InterruptedException {
        matrix = new AccessMatrix();
        elsewhere("-1 day");
        elsewhere("1 day");
    }

    /** The same run of another office, with other figures, so much later. */
    private static void elsewhere(String later) {
        TestServer server = TestServer.get();
        Place place = server.office();
        server.act(() -> server.part(JdbcClient.class)
                .sql("""
                        insert into run select (jsonb_populate_record(r, jsonb_build_object(
                            'id', gen_random_uuid(), 'office_id', :office, 'department_id', :department,
                            'title_zh', '别院的运行', 'clues', 999999,
                            'ordered_at', r.ordered_at + cast(:later as interval),
                            'ended_at', r.ended_at + cast(:later as interval)))).* from run r where r.id = cast(:run as uuid)
                        """)
                .param("office", place.office())
                .param("department", place.department())
                .param("later", later)
                .param("run", DoneRun.get().id())
                .update());
    }

    @AfterEach
    void restore() {
        switches.off(null);
        SwitchedDoor.open(null);
    }

    private record Call(Line line, String caller) {}

    @Test
    void shouldMissEveryScopeCheckThatIsGone() throws IOException, InterruptedException {
        switches.forget();
        Map<Check, Set<Call>> reached = new LinkedHashMap<>();
        for (Line line : matrix.lines()) {
            if (!line.endsSessions()) {
                for (String caller : matrix.names()) {
                    switches.reached();
                    matrix.wrong(line, caller);
                    switches.reached().forEach(check -> reached.computeIfAbsent(check, key -> new LinkedHashSet<>())
                            .add(new Call(line, caller)));
                }
            }
        }
        matrix.renew();
        List<String> unmissed = new ArrayList<>();
        Set<String> missed = new TreeSet<>();
        reached.forEach((check, calls) -> {
            boolean noticed =
                    calls.stream().filter(ScopeChecksTest::changesNothing).anyMatch(call -> notices(check, call));
            boolean kept = KEPT_OTHERWISE.containsKey(check.place() + " " + check.nth());
            if (noticed || kept) {
                missed.addAll(check.methods());
            }
            if (!noticed && !kept) {
                unmissed.add(check.toString());
            }
        });

        assertThat(reached).as("scope checks switched off").hasSizeGreaterThan(80);
        assertThat(unmissed).as("scope checks whose absence nothing shows").isEmpty();
        assertThat(KEPT_OTHERWISE.keySet())
                .as("checks that are there")
                .isSubsetOf(reached.keySet().stream()
                        .map(check -> check.place() + " " + check.nth())
                        .toList());
        Set<String> scoped = methodsWithAScope();
        scoped.removeAll(TRIED_ELSEWHERE.keySet());
        assertThat(scoped).as("methods with a scope").isSubsetOf(missed);
    }

    /** Calls of those who are let in to write would end what the next check needs. */
    private static boolean changesNothing(Call call) {
        return call.line().method().equals("GET")
                || !"in".equals(call.line().expected().get(call.caller()));
    }

    /** Whether the matrix is broken, or somebody reads another answer than with the check. */
    private boolean notices(Check check, Call call) {
        boolean reads = call.line().method().equals("GET");
        String before = reads ? text(call) : "";
        switches.off(check);
        Answer answer = matrix.answer(call.line(), call.caller());
        switches.off(null);
        return !matrix.wrong(call.line(), call.caller(), answer).isEmpty()
                || reads && !plain(answer).equals(before) && before.equals(text(call));
    }

    private String text(Call call) {
        return plain(matrix.answer(call.line(), call.caller()));
    }

    /** Without the moment at which it was asked. */
    private static String plain(Answer answer) {
        return answer.text().replaceAll("\"\\d{4}-\\d\\d-\\d\\dT[^\"]*\"", "\"a moment\"");
    }

    /** Methods of the sources in which a scope is written. */
    private static Set<String> methodsWithAScope() throws IOException {
        Set<String> methods = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                String method = "";
                for (String line : Files.readAllLines(file)) {
                    Matcher head = METHOD.matcher(line);
                    if (head.matches()) {
                        method = head.group(1) == null ? head.group(2) : head.group(1);
                    }
                    if (line.startsWith("    }")) {
                        method = "";
                    }
                    if (!method.isEmpty() && line.contains("Scope.of(actor)")) {
                        methods.add(name + "." + method);
                    }
                }
            }
        }
        return methods;
    }

    @Test
    void shouldMissEveryDoorThatAsksLess() {
        Map<String, Method> endpoints = new LinkedHashMap<>();
        TestServer.get()
                .part(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    mapping.getPatternValues().forEach(path -> mapping.getMethodsCondition()
                            .getMethods()
                            .forEach(verb -> endpoints.put(verb + " " + plain(path), method.getMethod())));
                });
        List<String> unmissed = new ArrayList<>();
        int doors = 0;
        for (Line line : matrix.lines()) {
            Method endpoint = Objects.requireNonNull(endpoints.get(line.method() + " " + plain(line.path())));
            Allowed allowed = Objects.requireNonNull(endpoint.getAnnotation(Allowed.class));
            for (Allowed.To to : weaker(allowed.value())) {
                doors++;
                SwitchedDoor.open(new Weaker(endpoint, to));
                boolean noticed = matrix.names().stream()
                        .anyMatch(caller -> !matrix.wrong(line, caller).isEmpty());
                SwitchedDoor.open(null);
                if (!noticed) {
                    unmissed.add(line + " for " + to);
                }
            }
            if (line.endsSessions()) {
                matrix.begin();
            }
        }

        assertThat(doors).as("doors opened").isGreaterThan(230);
        assertThat(unmissed).isEmpty();
    }

    private static List<Allowed.To> weaker(Allowed.To to) {
        return switch (to) {
            case EVERYBODY, SIGNED_IN -> List.of(); // without an account there is no actor, and nothing is answered
            case PLEDGED -> List.of(Allowed.To.SIGNED_IN);
            case ROLES, CASEWORK, DATA, CATALOGUE -> List.of(Allowed.To.SIGNED_IN, Allowed.To.PLEDGED);
        };
    }

    private static String plain(String path) {
        return path.replaceAll("\\{[^}]*}|none$", "{}");
    }
}
