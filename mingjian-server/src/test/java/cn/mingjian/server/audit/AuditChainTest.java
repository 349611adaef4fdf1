package cn.mingjian.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.server.audit.AuditChain.Finding;
import cn.mingjian.server.audit.AuditChain.Finding.Flaw;
import cn.mingjian.server.testing.TestServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class AuditChainTest {

    private final TestServer server = TestServer.get();
    private final JdbcClient database = server.part(JdbcClient.class);
    private final AuditChain chain = server.part(AuditChain.class);

    @AfterEach
    void guard() {
        database.sql("alter table audit_entry enable trigger audit_is_append_only")
                .update();
    }

    private void unguard() {
        database.sql("alter table audit_entry disable trigger audit_is_append_only")
                .update();
    }

    @Test
    void shouldHoldAndGrowWhenPeopleAct() {
        long before = chain.verify().entries();

        server.signedIn(server.office());

        Finding after = chain.verify();
        assertThat(after.flaw()).isNull();
        assertThat(after.entries()).isGreaterThan(before);
    }

    @Test
    void shouldRefuseAChangeOfAnEntry() {
        server.office();

        assertThatThrownBy(() ->
                        database.sql("update audit_entry set act = 'other'").update())
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> database.sql("truncate audit_entry").update()).hasMessageContaining("never changed");
    }

    @Test
    void shouldFindTheEntryWhenSomebodyChangedItBehindTheTrigger() {
        server.office();
        long last = chain.verify().entries();
        unguard();
        String act = database.sql("select act from audit_entry where number = ?")
                .param(last)
                .query(String.class)
                .single();

        rename(last, "other");
        assertThat(chain.verify().flaw()).isEqualTo(Flaw.CHANGED);
        assertThat(chain.verify().entries()).isEqualTo(last - 1);

        rename(last, act);
        assertThat(chain.verify().flaw()).isNull();
    }

    private void rename(long number, String act) {
        database.sql("update audit_entry set act = ? where number = ?")
                .params(act, number)
                .update();
    }

    @Test
    void shouldFindTheGapWhenAnEntryWasTakenOut() {
        server.office();
        server.office();
        long last = chain.verify().entries();
        Map<String, Object> taken = takeOut(last - 1);

        assertThat(chain.verify().flaw()).isEqualTo(Flaw.MISSING);
        assertThat(chain.verify().entries()).isEqualTo(last - 2);

        putBack(taken);
        assertThat(chain.verify().flaw()).isNull();
    }

    @Test
    void shouldFindTheCutWhenTheEndWasTakenOff() {
        server.office();
        Map<String, Object> taken = takeOut(chain.verify().entries());

        assertThat(chain.verify().flaw()).isEqualTo(Flaw.CUT_OFF);

        putBack(taken);
        assertThat(chain.verify().flaw()).isNull();
    }

    @Test
    void shouldStillFindTheCutWhenTheChainWentOn() {
        server.office();
        long last = chain.verify().entries();
        Map<String, Object> taken = takeOut(last);
        server.office(); // its entry takes the number of the one that was cut off
        server.office();

        assertThat(chain.verify().flaw()).isEqualTo(Flaw.CUT_OFF);

        takeOut(last + 1);
        takeOut(last);
        putBack(taken);
        assertThat(chain.verify().flaw()).isNull();
    }

    @Test
    void shouldFindByANotedHeadWhatTheFileDoesNotKnow(@TempDir Path elsewhere) {
        server.office();
        Finding noted = chain.verify();
        server.office();
        AuditChain withoutFile = AuditChain.over(server.part(DataSource.class), elsewhere);

        assertThat(withoutFile
                        .verify(new ChainHead(noted.entries(), noted.head()))
                        .flaw())
                .isNull();
        assertThat(withoutFile
                        .verify(new ChainHead(noted.entries(), "0".repeat(64)))
                        .flaw())
                .isEqualTo(Flaw.CUT_OFF);
    }

    private Map<String, Object> takeOut(long number) {
        unguard();
        Map<String, Object> taken = database.sql("delete from audit_entry where number = ? returning *")
                .param(number)
                .query()
                .singleRow();
        guard();
        return taken;
    }

    private void putBack(Map<String, Object> entry) {
        server.part(TransactionTemplate.class).executeWithoutResult(status -> {
            database.sql("select set_config('mingjian.actor', 'test', true)")
                    .query(String.class)
                    .single();
            database.sql("insert into audit_entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(new ArrayList<>(entry.values()))
                    .update();
        });
    }

    @Test
    void shouldRefuseAWriteWithoutAnActor() {
        assertThatThrownBy(() -> database.sql("update account set name = '他人'").update())
                .hasMessageContaining("without an actor");
    }
}
