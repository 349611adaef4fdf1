package cn.mingjian.sample;

import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.contract.Contracts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A written county with its files as tables, so that a test can ask it questions in SQL. */
final class County implements AutoCloseable {
    static final Contracts CONTRACTS = new Contracts(List.of(library()));

    private final Sample sample;
    private final Connection connection;

    private County(Sample sample, Connection connection) {
        this.sample = sample;
        this.connection = connection;
    }

    static SampleOrder order(int scale, long seed, int dirt) {
        return new SampleOrder(scale, seed, dirt, SampleOrder.DEFAULT_AS_OF, CONTRACTS);
    }

    static County clean(Path folder) throws SQLException {
        Sample sample = SampleCounty.write(order(1, 1, 0), folder, Progress.NONE);
        County county = new County(sample, DriverManager.getConnection("jdbc:duckdb:"));
        for (String register : sample.rows().keySet()) {
            county.load(register);
        }
        county.load("truth");
        return county;
    }

    /** A sample of Parquet files; the truth is text with the types that the engine reads in it. */
    static County typed(Sample sample) throws SQLException {
        County county = new County(sample, DriverManager.getConnection("jdbc:duckdb:"));
        for (String register : sample.rows().keySet()) {
            county.execute("CREATE VIEW " + register + " AS SELECT * FROM read_parquet('"
                    + sample.folder().resolve(register + ".parquet") + "')");
        }
        if (Files.exists(sample.folder().resolve("truth.csv"))) {
            county.load("truth");
        }
        return county;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void load(String register) throws SQLException {
        execute("CREATE TABLE " + register + " AS SELECT * FROM read_csv('"
                + sample.folder().resolve(register + ".csv") + "', all_varchar = true)");
    }

    Sample sample() {
        return sample;
    }

    static Contract contract(String id) {
        return CONTRACTS.find(id).orElseThrow();
    }

    long count(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM (" + sql + ")")) {
            result.next();
            return result.getLong(1);
        }
    }

    List<String> texts(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (result.next()) {
                texts.add(result.getString(1));
            }
            return texts;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static Path library() {
        Path here = Path.of("").toAbsolutePath();
        return here.resolveSibling("library").resolve("contracts");
    }
}
