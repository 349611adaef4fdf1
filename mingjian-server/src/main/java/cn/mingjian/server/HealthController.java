package cn.mingjian.server;

import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.installation.ServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the installation works, for whoever watches over it: no figures, no names, no paths. */
@RestController
@RequestMapping("/api/v1/health")
class HealthController {

    /** Below this a run or a delivery may find no room. */
    private static final long LITTLE_BYTES = 2L << 30;

    private final JdbcClient database;
    private final Path data;

    HealthController(JdbcClient database, ServerSettings settings) {
        this.database = database;
        this.data = settings.data();
    }

    /** Of the whole, or of a part. */
    enum HealthState {
        UP,
        /** It works, but not for long. */
        LOW,
        DOWN
    }

    /**
     * What works.
     *
     * @param status down where a part is
     * @param space on the volume of the data
     */
    record Health(HealthState status, HealthState database, HealthState space) {

        static Health of(HealthState database, HealthState space) {
            HealthState worst = database.compareTo(space) > 0 ? database : space;
            return new Health(worst, database, space);
        }
    }

    @GetMapping
    @Allowed(Allowed.To.EVERYBODY)
    ResponseEntity<Health> health() {
        Health health = Health.of(answers(), space());
        HttpStatus status = health.status() == HealthState.DOWN ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK;
        return ResponseEntity.status(status).body(health);
    }

    private HealthState answers() {
        try {
            database.sql("select 1").query(Integer.class).single();
            return HealthState.UP;
        } catch (DataAccessException e) {
            return HealthState.DOWN;
        }
    }

    private HealthState space() {
        try {
            return Files.getFileStore(data).getUsableSpace() < LITTLE_BYTES ? HealthState.LOW : HealthState.UP;
        } catch (IOException e) {
            return HealthState.DOWN;
        }
    }
}
