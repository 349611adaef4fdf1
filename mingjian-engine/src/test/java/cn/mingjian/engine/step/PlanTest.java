package cn.mingjian.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.compiler.plan.Columns;
import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.compiler.plan.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a plan asks no more of the engine than it must. That what it finds stays the same, the random plans show. */
class PlanTest {

    private static final String PAID = """
            valid: {filter: pay, where: id_valid(person)}
            after: {join: valid, with: dead, on: [person], where: valid.paid > dead.died, take: {died: died}}""";

    private final Path folder;

    PlanTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Trial trial() {
        return Trial.in(folder)
                .contract("pay(no): no text, person id_no, paid date, yuan integer, place text")
                .contract("dead(person): person id_no, died date, reason text")
                .steps(PAID);
    }

    private static String sql(Plan plan) {
        return plan.acts().stream()
                .map(act -> act instanceof Plan.Act.OfRule rule
                        ? rule.rule().hits().create()
                        : ((Plan.Act.OfStage) act).stage().toString())
                .collect(Collectors.joining("\n"));
    }

    private String sql(Columns columns) {
        return sql(trial().plan("after", List.of("no", "died"), Keeping.SHARED, columns));
    }

    @Test
    void shouldCarryOnlyTheFieldsThatAreReadLater() {
        assertThat(sql(Columns.NEEDED))
                .contains("\"no\"", "\"paid\"", "\"died\"")
                .doesNotContain("\"yuan\"", "\"place\"");
        assertThat(sql(Columns.ALL)).contains("\"yuan\"", "\"place\"");
    }

    @Test
    void shouldCheckNumbersAfterTheJoinWhenNobodyElseReadsTheCheckedRows() {
        String fused = sql(trial().plan("after", List.of("no"), Keeping.FUSED, Columns.NEEDED));

        assertThat(fused).contains("FROM \"pay\" l JOIN \"dead\" r", "FROM \"after~\" l WHERE mj_id_valid_text");
        assertThat(sql(trial().plan("after", List.of("no"), Keeping.TRACED, Columns.NEEDED)))
                .contains("FROM \"valid\" l JOIN \"dead\" r");
    }

    @Test
    void shouldShowRowsThatAStepCouldNotDecideWithWhatWaitsToBeJoined() {
        Plan plan = trial().steps("""
                        known: {enrich: pay, with: dead, on: [person], take: {died: died}}
                        much: {filter: known, where: yuan > 3}""").plan("much", List.of("no"), Keeping.FUSED, Columns.ALL);

        assertThat(plan.acts()).last().isInstanceOfSatisfying(Plan.Act.OfRule.class, rule -> assertThat(
                        rule.rule().hits().undecided().get("much"))
                .contains("\"died\", _why0 AS _why FROM (SELECT l.*, m.\"died\" FROM (SELECT * FROM"));
    }

    @Test
    void shouldReadACompanionWholeWhenTheJoinAsksTheSame() {
        String keys = "{keep: pay, in: dead, on: {person: person}}";
        String others = "{keep: pay, in: dead, on: {place: reason}}";

        assertThat(beside("{beside: pay, on: {person: person}}", keys)).contains("FROM \"data.dead\" r");
        assertThat(beside("{beside: pay, on: {person: person}}", others)).contains("FROM \"dead\" r");
        assertThat(beside("{beside: pay, on: {person: person}, where: dead.died > pay.paid}", keys))
                .contains("FROM \"dead\" r");
    }

    private String beside(String admit, String step) {
        return sql(trial().admit("dead", admit)
                .steps("held: " + step)
                .plan("held", List.of("no"), Keeping.SHARED, Columns.NEEDED));
    }
}
