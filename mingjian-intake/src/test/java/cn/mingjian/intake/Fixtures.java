package cn.mingjian.intake;

import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.DuckRow;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.duckdb.SqlText;
import cn.mingjian.intake.delivery.DeliveredTable;
import cn.mingjian.intake.delivery.Delivery;
import cn.mingjian.intake.store.Progress;
import cn.mingjian.intake.store.Wanted;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.contract.ContractReader;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.dataset.Part;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What tests of imports share: contracts, an intake with small limits, and reading back what was stored. */
final class Fixtures {

    /** A contract with a column of every type. */
    static final Contract PAYMENT = contract("""
            id: payment
            version: 1.2.0
            title: {zh: 待遇发放, en: benefit payments}
            owner: hr
            key: [payment_no]
            dated_by: pay_date
            columns:
              payment_no: {type: text, zh: 发放编号, en: payment number}
              id_no: {type: id_no, sensitivity: personal, zh: 公民身份号码, en: identity number, synonyms: [身份证号, 证件号码], required: true}
              name: {type: text, sensitivity: personal, zh: 姓名, en: name}
              uscc: {type: uscc, zh: 统一社会信用代码, en: credit code}
              month: {type: month, zh: 所属月份, en: month}
              pay_date: {type: date, zh: 发放日期, en: day of payment}
              at: {type: time, zh: 经办时间, en: time of handling}
              amount: {type: money, unit: yuan, zh: 金额, en: amount}
              weight: {type: quantity, unit: kg, zh: 重量, en: weight}
              times: {type: integer, zh: 次数, en: times}
              status: {type: code, zh: 状态, en: status, codes: {NORMAL: {zh: 正常, en: normal}, PAUSED: {zh: 暂停, en: paused, also: [缓发, 暂缓发放]}, 无: {zh: 无, en: none}}}
              flags: {type: codes, zh: 标记, en: flags, codes: {A: {zh: 甲, en: first}, B: {zh: 乙, en: second}}}
              arrears: {type: boolean, zh: 是否补发, en: arrears}
              region: {type: region, zh: 行政区划, en: region}
            """);

    static final DuckLimits LIMITS =
            new DuckLimits(512L << 20, 2, Path.of(System.getProperty("java.io.tmpdir")), 1L << 30);
    static final Intake INTAKE = new Intake(LIMITS, List.of());

    private Fixtures() {}

    static Contract contract(String yaml) {
        Problems problems = new Problems();
        Contract contract = ContractReader.read(
                YamlFile.parse(yaml, "contract.yaml", problems).orElseThrow());
        problems.throwIfErrors();
        return contract;
    }

    static Path write(Path file, String text) {
        return write(file, text, StandardCharsets.UTF_8);
    }

    static Path write(Path file, String text, Charset charset) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.write(file, text.getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DeliveredTable table(Path delivery, Contract contract) {
        Delivery opened = Delivery.open(delivery, List.of(contract));
        return opened.table(contract.id()).orElseThrow(() -> new AssertionError("No such table in " + opened));
    }

    /** Imports all columns of a contract from a delivery. */
    static ImportResult importAll(Path delivery, Contract contract, Path target) {
        return INTAKE.importTable(
                table(delivery, contract),
                Wanted.columns(Set.copyOf(contract.columns().keySet())),
                target,
                Progress.NONE);
    }

    /** The stored values of some columns as texts, in order, all parts after one another. */
    static List<List<String>> rows(DatasetVersion version, String... columns) {
        List<List<String>> rows = new ArrayList<>();
        for (Part part : version.manifest().parts()) {
            String selected = String.join(
                    ", ",
                    java.util.Arrays.stream(columns)
                            .map(column -> "coalesce(CAST(" + SqlText.identifier(column) + " AS VARCHAR), '')")
                            .toList());
            for (DuckRow row : query(version, part.file(), "SELECT " + selected + " FROM rows")) {
                rows.add(row.values().stream().map(String::valueOf).toList());
            }
        }
        return rows;
    }

    /** The delivered row number of each stored row. */
    static List<Long> places(DatasetVersion version) {
        List<Long> places = new ArrayList<>();
        for (Part part : version.manifest().parts()) {
            TreeMap<Long, Long> entries = new TreeMap<>();
            query(version, part.places(), "SELECT pos, row FROM rows")
                    .forEach(row -> entries.put(row.count("pos"), row.count("row")));
            for (long pos = 0; pos < part.rows(); pos++) {
                Map.Entry<Long, Long> entry = entries.floorEntry(pos);
                places.add(entry.getValue() + pos - entry.getKey());
            }
        }
        return places;
    }

    /** Delivered texts that cleaning changed, as {@code pos column text}. */
    static List<String> raw(DatasetVersion version) {
        List<String> raw = new ArrayList<>();
        for (Part part : version.manifest().parts()) {
            query(version, part.raw(), "SELECT pos, \"column\", raw FROM rows ORDER BY pos, \"column\"")
                    .forEach(row -> raw.add(row.value(0) + " " + row.value(1) + " " + row.value(2)));
        }
        return raw;
    }

    static List<DuckRow> query(DatasetVersion version, String file, String sql) {
        Path path = version.path(file);
        try (DuckSession session = DuckSession.open(LIMITS, DuckFiles.reading(List.of(path)), List.of())) {
            return session.query(sql.replace("rows", "read_parquet(" + SqlText.path(path) + ")"));
        }
    }
}
