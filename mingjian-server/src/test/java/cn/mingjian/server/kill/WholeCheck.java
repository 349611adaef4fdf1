package cn.mingjian.server.kill;

import cn.mingjian.server.audit.AuditChain;
import cn.mingjian.server.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Holds rows, files and the chain of acts of a server against one another, when nothing goes on in it. */
final class WholeCheck {

    private static final String WRONG_ENDS = """
            select run.id || ' ' || state || ' has ' || count(number) || ' ends in the chain' from run
            left join audit_entry on object = 'run' and object_id = run.id::text
                and act = any(array['run.done', 'run.fail', 'run.stop'])
            group by run.id, state having count(number) <> 1
            """;
    private static final String WRONG_CLUES = """
            select run.id || ' ' || state || ' has ' || count(number) || ' clues and says ' || coalesce(clues, 0) from run
            left join clue on run_id = run.id
            group by run.id, state, clues
            having count(number) <> coalesce(clues, 0) or (state = 'DONE') <> (clues is not null)
            """;
    private static final String WRONG_FILES = """
            select delivery.id || ' ' || state || ' has ' || count(number) || ' files and says ' || files from delivery
            left join delivered_file on delivery_id = delivery.id
            where state <> 'REMOVED' group by delivery.id, state, files having count(number) <> files
            """;
    private static final String WRONG_DOCUMENTS = """
            select delivery.id || ' is ready with ' || count(number) || ' documents of ' || documents_of from delivery
            left join document on delivery_id = delivery.id
            where state = 'READY' and kind <> 'registers' group by delivery.id having count(number) <> documents_of
            """;

    private static final String OTHER_CLUES = """
            select 'the runs of ' || model || ' give ' || count(distinct clues) || ' different lists of clues' from (
                select model, delivery_id, md5(string_agg(masked::text, ',' order by number)) as clues
                from run join clue on run_id = run.id group by run.id) lists
            group by model, delivery_id having count(distinct clues) > 1
            """;
    private static final String GOING_ON = """
            select exists (select 1 from run where state = any(array['QUEUED', 'IMPORTING', 'RUNNING']))
                or exists (select 1 from delivery where state = 'READING')
            """;
    private static final int PAUSE = 250;

    private final Path offices;
    private final Path data;
    private final JdbcClient database;
    private final SingleConnectionDataSource source;
    private final List<String> wrong = new ArrayList<>();

    private WholeCheck(ServerProcess server) throws SQLException, IOException {
        this.data = server.folder();
        this.offices = data.resolve("offices");
        this.source = new SingleConnectionDataSource(server.database(), true);
        this.database = JdbcClient.create(source);
    }

    /** Waits until nothing goes on; false when the patience (in milliseconds) ended before. */
    static boolean quiet(ServerProcess server, long patience) throws SQLException, IOException, InterruptedException {
        long latest = System.currentTimeMillis() + patience;
        WholeCheck check = new WholeCheck(server);
        try {
            while (System.currentTimeMillis() < latest) {
                if (!check.database.sql(GOING_ON).query(Boolean.class).single()
                        && check.left().isEmpty()) {
                    return true;
                }
                Thread.sleep(PAUSE);
            }
            return false;
        } finally {
            check.source.destroy();
        }
    }

    /** How many deliveries there are. */
    static int deliveries(ServerProcess server) throws SQLException, IOException {
        WholeCheck check = new WholeCheck(server);
        try {
            return check.database
                    .sql("select count(*) from delivery")
                    .query(Integer.class)
                    .single();
        } finally {
            check.source.destroy();
        }
    }

    /**
     * What is not whole, a sentence each; empty when all is.
     *
     * @param exports how many workbooks came whole: each has its entry in the chain
     */
    static List<String> of(ServerProcess server, int exports) throws SQLException, IOException {
        WholeCheck check = new WholeCheck(server);
        try {
            int acts = check.database
                    .sql("select count(*) from audit_entry where act = 'clue.export'")
                    .query(Integer.class)
                    .single();
            if (acts < exports) {
                check.wrong.add(exports + " workbooks were sent and " + acts + " stand in the chain");
            }
            check.rows();
            check.runs();
            check.deliveries();
            check.left().forEach(path -> check.wrong.add("left behind: " + path));
            AuditChain.Finding chain =
                    AuditChain.over(check.source, check.data.resolve("state")).verify();
            if (chain.flaw() != null) {
                check.wrong.add("the chain is broken after entry " + chain.entries() + ": " + chain.flaw());
            }
            return check.wrong;
        } finally {
            check.source.destroy();
        }
    }

    private void rows() {
        for (String query : List.of(WRONG_ENDS, WRONG_CLUES, WRONG_FILES, WRONG_DOCUMENTS, OTHER_CLUES)) {
            wrong.addAll(database.sql(query).query(String.class).list());
        }
    }

    /** One folder for each run that is done, of the attempt that was accepted, with as many clues as its row says. */
    private void runs() throws IOException {
        Set<String> rows = new TreeSet<>(
                database.sql("select office_id || '/runs/' || id || '/' || attempt || ' ' || clues from run"
                                + " where state = 'DONE'")
                        .query(String.class)
                        .list());
        Set<String> folders = new TreeSet<>();
        for (Path run : found("runs")) {
            for (Path attempt : list(run)) {
                Path lines = attempt.resolve("masked.jsonl");
                folders.add(offices.relativize(attempt) + " " + (Files.exists(lines) ? lines(lines) : "no result"));
            }
        }
        differences("run", rows, folders);
    }

    private static long lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }

    private void deliveries() throws IOException {
        Set<String> rows = new TreeSet<>(database.sql("""
                select office_id || '/deliveries/' || delivery.id || '/files/' || stored || ' ' || delivered_file.bytes
                from delivery join delivered_file on delivery_id = delivery.id where state <> 'REMOVED'
                """).query(String.class).list());
        Set<String> files = new TreeSet<>();
        for (Path delivery : found("deliveries")) {
            for (Path file : list(delivery.resolve("files"))) {
                files.add(offices.relativize(file) + " " + Files.size(file));
            }
            if (delivery.toString().endsWith(".partial")) {
                wrong.add("half a delivery lies at " + offices.relativize(delivery));
            }
        }
        differences("delivered file", rows, files);
    }

    /** What only a dead server can have left: uploads, imports and exports that nobody waits for. */
    private List<Path> left() throws IOException {
        List<Path> left = new ArrayList<>();
        for (Path folder : List.of(data.resolve("uploads"), data.resolve("work"))) {
            for (Path path : list(folder)) {
                if (!path.getFileName().toString().startsWith(".")) {
                    left.add(data.relativize(path));
                }
            }
        }
        return left;
    }

    private void differences(String what, Set<String> rows, Set<String> files) {
        rows.stream()
                .filter(row -> !files.contains(row))
                .forEach(row -> wrong.add(what + " has a row and lies nowhere: " + row));
        files.stream()
                .filter(file -> !rows.contains(file))
                .forEach(file -> wrong.add(what + " lies there and has no row: " + file));
    }

    /** The folders of a kind in all offices. */
    private List<Path> found(String kind) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path office : list(offices)) {
            found.addAll(list(office.resolve(kind)));
        }
        return found;
    }

    static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        }
    }
}
