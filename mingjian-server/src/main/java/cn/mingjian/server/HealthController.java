package cn.mingjian.server;

import cn.mingjian.server.actor.Allowed;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the installation works, for whoever watches over it. */
@RestController
@RequestMapping("/api/v1/health")
class HealthController {

    private final JdbcClient database;

    HealthController(JdbcClient database) {
        this.database = database;
    }

    record Health(String status) {}

    @GetMapping
    @Allowed(Allowed.To.EVERYBODY)
    ResponseEntity<Health> health() {
        try {
            database.sql("select 1").query(Integer.class).single();
            return ResponseEntity.ok(new Health("UP"));
        } catch (org.springframework.dao.DataAccessException e) {
            return ResponseEntity.status(503).body(new Health("DOWN"));
        }
    }
}
