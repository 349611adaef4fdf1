package cn.mingjian.server.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** At which moment a server died, as its rows and files tell afterwards; its database outlives it. */
record Moment(Path data, JdbcClient database) {

    /** The moment of a run. */
    String ofRun(String id) throws IOException {
        Run run = database.sql("select office_id, state, attempt from run where id = cast(? as uuid)")
                .param(id)
                .query(Run.class)
                .single();
        Path kept = data.resolve("offices/" + run.officeId() + "/runs/" + id + "/" + run.attempt());
        return switch (run.state()) {
            case "QUEUED" -> "waiting";
            case "IMPORTING" -> "importing";
            case "RUNNING" -> Files.exists(kept) ? "accepting" : answered() ? "answered" : "in the engine";
            default -> "ended";
        };
    }

    private record Run(int officeId, String state, int attempt) {}

    /** Whether a worker has written its result, which nobody took yet. */
    private boolean answered() throws IOException {
        for (Path folder : WholeCheck.list(data.resolve("work"))) {
            if (Files.exists(folder.resolve("result"))) {
                return true;
            }
        }
        return false;
    }

    /** The moment of a delivery that was being brought when {@code before} were there. */
    String ofDelivery(int before) throws IOException {
        List<String> states = database.sql("select state from delivery order by brought_at")
                .query(String.class)
                .list();
        if (states.size() == before) {
            return "receiving";
        }
        return states.get(states.size() - 1).equals("READING") ? "being read" : "read";
    }

    /** The moment of documents that are set right. */
    String ofDocuments(String id) {
        String state = database.sql("select state from delivery where id = cast(? as uuid)")
                .param(id)
                .query(String.class)
                .single();
        return state.equals("READING") ? "being written anew" : "between two";
    }

    /** The moment of an export. */
    String ofExport() throws IOException {
        for (Path folder : WholeCheck.list(data.resolve("work"))) {
            if (folder.getFileName().toString().startsWith("export-")) {
                return "writing or sending";
            }
        }
        return "between two";
    }
}
