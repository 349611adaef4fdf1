package cn.mingjian.server.run;

import cn.mingjian.server.dataset.BoundVersion;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The versions of datasets that runs are bound to; what stands here stays when their rows are destroyed. */
@Component
class RunDatasets {

    private final JdbcClient database;
    private final JsonMapper json;

    RunDatasets(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Only to be called inside an act. */
    void add(UUID run, List<BoundVersion> bound) {
        bound.forEach(one -> database.sql("insert into run_dataset_version values (?, ?, ?)")
                .params(run, one.version(), json.writeValueAsString(one))
                .update());
    }

    /** The versions of a run that the actor was given. */
    List<BoundVersion> of(Run run) {
        return database.sql("select bound from run_dataset_version where run_id = ? order by bound")
                .param(run.id())
                .query((row, i) -> json.readValue(row.getString("bound"), BoundVersion.class))
                .list();
    }
}
