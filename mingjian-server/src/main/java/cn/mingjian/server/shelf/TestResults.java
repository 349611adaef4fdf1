package cn.mingjian.server.shelf;

import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.running.ProductVersion;
import cn.mingjian.server.problem.Failure.Told;
import cn.mingjian.server.shelf.CaseReport.Failed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the tests of models gave. It is about models, not about data: everybody who sees a model sees it. */
@Component
class TestResults {

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    TestResults(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A result as it is kept.
     *
     * @param problems why there is no outcome; empty where there is one
     */
    record Kept(
            String digest,
            String version,
            String product,
            Instant ended,
            int cases,
            List<Failed> failed,
            List<Told> problems) {

        TestedModel.TestResult shown() {
            return new TestedModel.TestResult(
                    ended, product, version, digest, cases - failed.size(), failed.size(), problems);
        }
    }

    /** The result of a package with its cases as they are. */
    Optional<Kept> find(String digest, String casesDigest) {
        return database.sql("select * from model_test where digest = ? and cases_digest = ?")
                .params(digest, casesDigest)
                .query(this::read)
                .optional();
    }

    /** The newest result of a model, in whichever version. */
    Optional<Kept> newest(String model) {
        return database.sql("select * from model_test where model = ? order by ended_at desc limit 1")
                .param(model)
                .query(this::read)
                .optional();
    }

    /** Keeps a result in the place of an earlier one of the same texts; to be called inside an act. */
    void keep(ModelPackage pack, CaseReport report, List<Told> problems) {
        database.sql("""
                        insert into model_test (digest, cases_digest, model, version, product, ended_at, cases, failed,
                            problems)
                        values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb))
                        on conflict (digest, cases_digest) do update set product = excluded.product,
                            ended_at = excluded.ended_at, cases = excluded.cases, failed = excluded.failed,
                            problems = excluded.problems
                        """)
                .params(
                        report.digest(),
                        report.casesDigest(),
                        pack.id(),
                        pack.version(),
                        ProductVersion.text(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        report.cases(),
                        json.writeValueAsString(report.failed()),
                        json.writeValueAsString(problems))
                .update();
    }

    private Kept read(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getString("digest"),
                row.getString("version"),
                row.getString("product"),
                row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                row.getInt("cases"),
                json.readValue(row.getString("failed"), new TypeReference<List<Failed>>() {}),
                json.readValue(row.getString("problems"), new TypeReference<List<Told>>() {}));
    }
}
