package cn.mingjian.server.draft;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.TestServer;
import cn.mingjian.server.testing.TestServer.Place;
import cn.mingjian.server.testing.Unzipped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Drafts of models: whose they are, saved wholly or not at all, checked as they are typed, taken away as a package. */
class DraftTest {

    private static final String DRAFTS = "/api/v1/drafts";

    private final TestServer server = TestServer.get();
    private final Place place = server.office();
    private final Person steward = server.signedIn(place, Role.DATA_STEWARD);

    @Test
    void shouldBeginAsACopyOfAModelWithAllItsText() {
        JsonNode draft = begin(Map.of("name", "试改", "origin", "pollution-tax"));

        assertThat(draft.at("/origin").asString()).isEqualTo("pollution-tax");
        assertThat(draft.at("/revision").asInt()).isEqualTo(1);
        assertThat(paths(draft)).contains("model.yaml", "words.yaml", "README.md", "tests/dossier-civil-4.yaml");
        assertThat(problems(check(draft, draft.at("/files")))).isEmpty();
        assertThat(audited(draft, "draft.begin")).isEqualTo(1);
    }

    @Test
    void shouldBeginEmptyWithWhatEveryPackageMustHave() {
        JsonNode draft = begin(Map.of("name", "新的"));

        assertThat(draft.at("/origin").isNull()).isTrue();
        assertThat(problems(check(draft, draft.at("/files")))).isEmpty();
    }

    @Test
    void shouldShowADraftToItsDepartmentAlone() {
        JsonNode draft = begin(Map.of("name", "本部门"));
        String path = DRAFTS + "/" + draft.at("/id").asString();
        Person colleague = server.signedIn(place, Role.DIGITAL_OFFICE);

        assertThat(colleague.get(path).status()).isEqualTo(200);
        for (Person stranger : List.of(
                server.signedIn(server.departmentBeside(place, "beside" + System.nanoTime()), Role.DIGITAL_OFFICE),
                server.signedIn(server.office(), Role.DATA_STEWARD, Role.DIGITAL_OFFICE, Role.CHIEF))) {
            Map<String, Object> wish = wish(draft, 1, List.of());
            assertThat(stranger.get(path).status()).isEqualTo(404);
            assertThat(stranger.put(path, wish).status()).isEqualTo(404);
            assertThat(stranger.post(path + "/check", wish).status()).isEqualTo(404);
            assertThat(stranger.post(path + "/trial", Map.of("kind", "CASES")).status())
                    .isEqualTo(404);
            assertThat(stranger.get(path + "/package.zip").status()).isEqualTo(404);
            assertThat(stranger.delete(path).status()).isEqualTo(404);
            assertThat(stranger.get(DRAFTS).text()).doesNotContain("本部门");
        }
        assertThat(server.signedIn(place, Role.PROSECUTOR).get(path).status()).isEqualTo(403);
    }

    @Test
    void shouldSaveWhollyAndTellWhoComesSecond() {
        JsonNode draft = begin(Map.of("name", "同时改"));
        String path = DRAFTS + "/" + draft.at("/id").asString();
        List<Map<String, String>> first = with(files(draft), "tests/more.yaml", "cases: []\n");

        Answer saved = steward.put(path, wish(draft, 1, first));
        Answer late = steward.put(path, wish(draft, 1, with(files(draft), "README.md", "lost?")));

        assertThat(saved.json().at("/revision").asInt()).isEqualTo(2);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("draft.saved-meanwhile");
        JsonNode now = steward.get(path).json();
        assertThat(paths(now)).contains("tests/more.yaml");
        assertThat(text(now, "README.md")).isEqualTo(text(draft, "README.md"));
        assertThat(audited(draft, "draft.save")).isEqualTo(1);
        assertThat(steward.delete(path).status()).isEqualTo(204);
        assertThat(steward.get(path).status()).isEqualTo(404);
        assertThat(audited(draft, "draft.remove")).isEqualTo(1);
    }

    @Test
    void shouldRefuseOtherFilesThanThoseOfAPackageAndSaveNothing() {
        JsonNode draft = begin(Map.of("name", "文件名"));
        String path = DRAFTS + "/" + draft.at("/id").asString();

        for (String name : List.of(
                "../model.yaml",
                "tests/../../x.yaml",
                "/etc/passwd",
                "tests/a/b.yaml",
                "tests\\b.yaml",
                "model.yaml\n",
                "lock",
                "tests/.yaml",
                "run.sh",
                "model.yaml")) { // twice
            Answer answer = steward.put(path, wish(draft, 1, add(files(draft), name, "cases: []")));
            assertThat(answer.status()).as(name).isEqualTo(400);
            assertThat(answer.problem()).as(name).isEqualTo("draft.path");
        }
        assertThat(problem(path, with(files(draft), "README.md", "字".repeat(100_000))))
                .isEqualTo("draft.file-too-large");
        assertThat(problem(path, with(files(draft), "README.md", "\0"))).isEqualTo("draft.no-text");
        assertThat(problem(path, List.of())).isEqualTo("draft.no-model");
        List<Map<String, String>> many = files(draft);
        for (int i = 0; i < 60; i++) {
            many = with(many, "tests/t" + i + ".yaml", "cases: []");
        }
        assertThat(problem(path, many)).isEqualTo("draft.too-many-files");
        List<Map<String, String>> large = files(draft);
        for (int i = 0; i < 4; i++) {
            large = with(large, "tests/t" + i + ".yaml", "#".repeat(200_000));
        }
        assertThat(problem(path, large)).isEqualTo("draft.too-large");
        assertThat(steward.put(path, wish(draft, 1, with(files(draft), "README.md", "x".repeat(2 << 20))))
                        .status())
                .isEqualTo(413);
        assertThat(steward.get(path).json().at("/revision").asInt()).isEqualTo(1);
    }

    @Test
    void shouldNameEachMistakeAtItsPlaceInBothLanguages() {
        JsonNode draft = begin(Map.of("name", "检查"));
        String wrong = text(draft, "model.yaml").replace("fine >= :least", "fin >= :least");
        List<Map<String, String>> files = with(files(draft), "model.yaml", wrong);
        files = with(files, "tests/first.yaml", "cases:\n  - nam: x\n");

        List<JsonNode> problems = problems(check(draft, files));

        JsonNode unknown = problems.stream()
                .filter(one -> one.at("/path").asString().equals("model.yaml"))
                .findFirst()
                .orElseThrow();
        int line = wrong.substring(0, wrong.indexOf("fin >=")).split("\n", -1).length;
        assertThat(unknown.at("/line").asInt()).isEqualTo(line);
        assertThat(unknown.at("/column").asInt()).isEqualTo("    where: ".length() + 1);
        assertThat(unknown.at("/message/en").asString()).contains("fine");
        assertThat(unknown.at("/message/zh").asString()).contains("fine").containsPattern("[\\u4e00-\\u9fff]");
        assertThat(problems)
                .anySatisfy(one -> assertThat(one.at("/path").asString()).isEqualTo("tests/first.yaml"));
        assertThat(steward.get(DRAFTS + "/" + draft.at("/id").asString())
                        .json()
                        .at("/revision")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void shouldFindBombsAndWritesWithoutFollowingThem() {
        JsonNode draft = begin(Map.of("name", "攻击"));
        String model = text(draft, "model.yaml");
        String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n";
        String deep = "x: " + "[".repeat(5_000) + "\n";
        String write = model.replace(
                "    filter: penalty\n    where: fine >= :least and status = '有效'",
                "    sql: |\n      copy (select * from penalty) to '/tmp/stolen.csv'");
        assertThat(write).isNotEqualTo(model);

        for (String text : List.of(bomb, deep, write, "", "- 1", "\uFEFF" + model + "\t: x")) {
            List<JsonNode> problems = problems(check(draft, with(files(draft), "model.yaml", text)));
            assertThat(problems).as(text).isNotEmpty();
            assertThat(problems).allSatisfy(one -> assertThat(one.toString()).doesNotContain("/draft-", "Exception"));
        }
        assertThat(Path.of("/tmp/stolen.csv")).doesNotExist();
        assertThat(server.data().resolve("work")).isDirectoryNotContaining("glob:**/draft-*");
    }

    @Test
    void shouldBeTakenAwayAsAPackageThatPassesTheCheck(@TempDir Path folder) throws Exception {
        JsonNode draft = begin(Map.of("name", "带走", "origin", "shell-companies"));
        String id = draft.at("/id").asString();

        Answer zip = steward.get(DRAFTS + "/" + id + "/package.zip");

        for (Map.Entry<String, byte[]> file : Unzipped.of(zip.whole().body()).entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.resolveSibling("."));
            Files.write(target, file.getValue());
        }
        Path taken = folder.resolve("draft-" + id.substring(0, 8));
        Problems problems = new Problems();
        Compiler.of(server.part(Library.class))
                .check(PackageReader.read(taken, problems).orElseThrow());
        assertThat(problems.list()).isEmpty();
        assertThat(taken.resolve("tests")).isDirectoryContaining("glob:**.yaml");
        assertThat(audited(draft, "draft.take")).isEqualTo(1);
        Answer run = server.signedIn(place, Role.PROSECUTOR)
                .post(
                        "/api/v1/runs",
                        Map.of(
                                "model", id,
                                "datasets", List.of(id),
                                "purpose", "STUDY",
                                "asOf", "2024-01-31",
                                "asOfReason", "x"));
        assertThat(run.problem()).isEqualTo("server.run-model-unknown");
    }

    private JsonNode begin(Map<String, String> wish) {
        Answer answer = steward.post(DRAFTS, wish);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private Answer check(JsonNode draft, Object files) {
        return steward.post(DRAFTS + "/" + draft.at("/id").asString() + "/check", Map.of("files", files));
    }

    private String problem(String path, List<Map<String, String>> files) {
        return steward.put(path, Map.of("name", "x", "revision", 1, "files", files))
                .problem();
    }

    private static List<JsonNode> problems(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<JsonNode> all = new ArrayList<>();
        answer.json().forEach(all::add);
        return all;
    }

    private static Map<String, Object> wish(JsonNode draft, int revision, List<Map<String, String>> files) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("name", draft.at("/name").asString());
        wish.put("revision", revision);
        wish.put("files", files);
        return wish;
    }

    private static List<Map<String, String>> files(JsonNode draft) {
        List<Map<String, String>> files = new ArrayList<>();
        draft.at("/files")
                .forEach(file -> files.add(Map.of(
                        "path", file.at("/path").asString(),
                        "text", file.at("/text").asString())));
        return files;
    }

    private static List<Map<String, String>> with(List<Map<String, String>> files, String path, String text) {
        List<Map<String, String>> others = new ArrayList<>(files);
        others.removeIf(file -> path.equals(file.get("path")));
        return add(others, path, text);
    }

    private static List<Map<String, String>> add(List<Map<String, String>> files, String path, String text) {
        List<Map<String, String>> more = new ArrayList<>(files);
        more.add(Map.of("path", path, "text", text));
        return more;
    }

    private static List<String> paths(JsonNode draft) {
        return draft.at("/files").findValuesAsString("path");
    }

    private static String text(JsonNode draft, String path) {
        for (JsonNode file : draft.at("/files")) {
            if (file.at("/path").asString().equals(path)) {
                return file.at("/text").asString();
            }
        }
        throw new AssertionError("No file " + path);
    }

    private int audited(JsonNode draft, String act) {
        return server.part(JdbcClient.class)
                .sql("select count(*) from audit_entry where act = ? and object_id = ?")
                .params(act, draft.at("/id").asString())
                .query(Integer.class)
                .single();
    }
}
