package cn.mingjian.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditChainTest {

    private final TestServer server = TestServer.get();
    private final JdbcClient database = server.part(JdbcClient.class);
    private final AuditChain chain = server.part(AuditChain.class);

    @AfterEach
    void mend() {
        database.sql("alter table audit_entry enable trigger audit_is_append_only")
                .update();
    }

    @Test
    void shouldHoldAndGrowWhenPeopleAct() {
        long before = chain.verify().entries();

        server.signedIn(server.office());

        AuditChain.Finding after = chain.verify();
        assertThat(after.broken()).isEmpty();
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
        database.sql("alter table audit_entry disable trigger audit_is_append_only")
                .update();
        String act = database.sql("select act from audit_entry where number = ?")
                .param(last)
                .query(String.class)
                .single();

        rename(last, "other");
        assertThat(chain.verify().broken()).hasValue(last);

        rename(last, act);
        assertThat(chain.verify().broken()).isEmpty();
    }

    private void rename(long number, String act) {
        database.sql("update audit_entry set act = ? where number = ?")
                .params(act, number)
                .update();
    }

    @Test
    void shouldRefuseAWriteWithoutAnActor() {
        assertThatThrownBy(() -> database.sql("update account set name = '他人'").update())
                .hasMessageContaining("without an actor");
    }
}
