package cn.mingjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.cli.StaysDelivered.Form;
import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.duckdb.SqlText;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.dataset.Manifest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Of 100 stays 60 are of adults, 7 of whom share hotel and time with a minor: 47 are stored and 53 only counted, whatever
 * the delivery is written in; and nothing of the 53 stands in any file afterwards, however little memory there was and
 * also after a kill.
 */
class FewestPeopleTest {

    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("GB18030"));

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void shouldStoreOnlyMinorsAndWhoIsBesideThemWhateverTheFormat() throws Exception {
        StaysDelivered stays = StaysDelivered.hundred();
        List<String> command = new ArrayList<>();
        for (Form form : Form.values()) {
            stays.write(form, folder.resolve("in/" + form));
            command.add(folder.resolve("in/" + form).toString());
            command.add(folder.resolve("data/" + form).toString());
        }

        Process process = StayImporter.start(folder, command);

        assertThat(process.waitFor()).as(said()).isZero();
        for (Form form : Form.values()) {
            Manifest manifest = DatasetVersion.read(folder.resolve("data/" + form + "/check_in"))
                    .manifest();
            assertThat(manifest.rows()).as(form.name()).isEqualTo(47);
            assertThat(manifest.outOfScope() + manifest.scopeUnknown()).isEqualTo(53);
        }
        assertThat(found(stays.mustStay()))
                .as("the search finds what is stored")
                .hasSizeGreaterThan(47);
        assertThat(found(stays.mustNotStay())).isEmpty();
    }

    @Test
    void shouldLeaveNothingOfTheOthersWhenMemoryIsShortAndWhenKilled() throws Exception {
        StaysDelivered stays = StaysDelivered.many(120_000);
        Path delivery = folder.resolve("in/many");
        stays.write(Form.CSV, delivery);
        int kills = 0;
        for (int i = 0; i < 3; i++) {
            Process process = StayImporter.start(
                    folder,
                    List.of(
                            delivery.toString(),
                            folder.resolve("data/killed" + i).toString()));
            if (!process.waitFor(1500 + 700L * i, TimeUnit.MILLISECONDS)) {
                kills++;
            }
            process.destroyForcibly().waitFor();
            assertThat(found(stays.mustNotStay())).isEmpty();
        }

        Process whole = StayImporter.start(
                folder,
                List.of(delivery.toString(), folder.resolve("data/whole").toString()));

        assertThat(whole.waitFor()).as(said()).isZero();
        assertThat(kills).isPositive();
        Manifest manifest =
                DatasetVersion.read(folder.resolve("data/whole/check_in")).manifest();
        assertThat(manifest.rows()).isEqualTo(stays.size() - stays.others());
        assertThat(found(stays.mustNotStay())).isEmpty();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said"));
    }

    /** The texts that stand in a file of the data and temporary folders, in any encoding; inside Parquet too. */
    private List<String> found(List<String> texts) throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (String kept : List.of("data", "tmp")) {
            if (Files.exists(folder.resolve(kept))) {
                try (Stream<Path> all = Files.walk(folder.resolve(kept))) {
                    all.filter(Files::isRegularFile)
                            .filter(file -> !file.toString().endsWith(".so"))
                            .forEach(files::add);
                }
            }
        }
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            List<String> searched = new ArrayList<>();
            ENCODINGS.forEach(encoding -> searched.add(new String(bytes, encoding)));
            if (file.toString().endsWith(".parquet") && !file.toString().contains(".partial-")) {
                searched.add(unpacked(file));
            }
            for (String text : texts) {
                if (searched.stream().anyMatch(content -> content.contains(text))) {
                    found.add(folder.relativize(file) + ": " + text);
                }
            }
        }
        return found;
    }

    private static String unpacked(Path file) {
        DuckLimits limits = new DuckLimits(1L << 30, 2, Path.of(System.getProperty("java.io.tmpdir")), 0);
        StringBuilder text = new StringBuilder();
        try (DuckSession session = DuckSession.open(limits, DuckFiles.reading(List.of(file)), List.of())) {
            session.query("SELECT CAST(r AS VARCHAR) FROM read_parquet(" + SqlText.path(file) + ") AS r")
                    .forEach(row -> text.append(row.value(0)).append('\n'));
        }
        return text.toString();
    }
}
