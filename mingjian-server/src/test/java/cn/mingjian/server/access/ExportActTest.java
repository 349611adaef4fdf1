package cn.mingjian.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.testing.DoneRun;
import cn.mingjian.server.testing.Openings;
import cn.mingjian.server.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that leave: each is an act with its kind and rows. */
class ExportActTest {

    private final TestServer server = TestServer.get();

    @Test
    void shouldKeepEveryFileThatLeavesAsAnActWithKindAndRows() {
        DoneRun run = DoneRun.get();
        String clue = run.person().get(run.clues()).json().at("/items/0/clueId").asString();
        for (String path : new String[] {
            run.clues() + ".xlsx",
            run.clues() + "/" + clue + "/outline.docx",
            "/api/v1/models/shell-companies/form",
            "/api/v1/models/shell-companies/brief.docx"
        }) {
            long before = files();

            assertThat(run.person().get(path).status()).as(path).isEqualTo(200);

            assertThat(files()).as(path).isEqualTo(before + 1);
        }
        assertThat(run.person()
                        .post(run.clues() + "/" + clue + "/opening", Openings.WISH)
                        .status())
                .isEqualTo(409);
    }

    private long files() {
        return server.part(JdbcClient.class)
                .sql("select count(*) from audit_entry where jsonb_exists(cast(details as jsonb), 'file')"
                        + " and jsonb_exists(cast(details as jsonb), 'rows')")
                .query(Long.class)
                .single();
    }
}
