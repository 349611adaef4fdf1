package cn.mingjian.cli.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.model.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases of three small files, signed, packed, installed, upgraded and rolled back. */
class ReleaseTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private SigningKey key;
    private Path target;
    private final Recorded state = new Recorded();

    /** Writes down what was asked of it. */
    private static final class Recorded implements StateFiles {
        private final List<String> asked = new ArrayList<>();
        private boolean any = true;

        @Override
        public Optional<Path> save(Path release, Path file, Path passphrase) throws IOException {
            asked.add("save by " + Files.readString(release.resolve("VERSION")).strip());
            return any ? Optional.of(Files.createFile(file)) : Optional.empty();
        }

        @Override
        public void bringBack(Path release, Path file, Path passphrase) throws IOException {
            assertThat(file).exists();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passphrase)))
                    .isEqualTo("rw-------");
            asked.add("bring back by "
                    + Files.readString(release.resolve("VERSION")).strip());
        }
    }

    @BeforeEach
    void makeAKey() throws IOException {
        key = SigningKey.of(folder.resolve("key"));
        target = folder.resolve("installed");
    }

    @Test
    void shouldKeepTheKeyForItsOwnerAndReadItAgain() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key"))))
                .isEqualTo("rw-------");
        assertThat(SigningKey.of(folder.resolve("key")).shown().fingerprint())
                .isEqualTo(key.shown().fingerprint());
    }

    @Test
    void shouldInstallUpgradeAndRollBack() throws IOException {
        String first = install(release("1"), Optional.empty()).id();
        assertThat(current()).isEqualTo(first).startsWith("1-");
        assertThat(target.resolve("mingjian")).hasContent("program 1").isExecutable();

        Installation.Change up = installation().upgrade(packed("2"), state);

        assertThat(current()).isEqualTo(up.to()).startsWith("2-");
        assertThat(target.resolve("mingjian")).hasContent("program 2").isExecutable();
        assertThat(target.resolve("releases").resolve(first)).isDirectory();

        Installation.Change back = installation().rollBack(state);

        assertThat(back.to()).isEqualTo(first).isEqualTo(current());
        assertThat(state.asked).containsExactly("save by 1", "save by 2", "bring back by 1");
    }

    @Test
    void shouldBringNoStateBackWhereThereWasNone() throws IOException {
        install(release("1"), Optional.empty());
        state.any = false;
        installation().upgrade(packed("2"), state);

        installation().rollBack(state);

        assertThat(state.asked).containsExactly("save by 1");
        assertThat(current()).startsWith("1-");
    }

    @Test
    void shouldUpgradeAgainAfterARollBack() throws IOException {
        install(release("1"), Optional.empty());
        Path second = packed("2");
        installation().upgrade(second, state);
        installation().rollBack(state);

        installation().upgrade(second, state);
        installation().upgrade(packed("3"), state);
        installation().rollBack(state);

        assertThat(current()).startsWith("2-");
    }

    @Test
    void shouldKeepTheReleaseInUseWhenTheStateCannotBeSaved() throws IOException {
        install(release("1"), Optional.empty());
        StateFiles failing = new StateFiles() {
            @Override
            public Optional<Path> save(Path release, Path file, Path passphrase) throws IOException {
                throw new IOException("the server runs");
            }

            @Override
            public void bringBack(Path release, Path file, Path passphrase) {
                throw new AssertionError();
            }
        };

        assertThatThrownBy(() -> installation().upgrade(packed("2"), failing)).hasMessage("the server runs");

        assertThat(current()).startsWith("1-");
    }

    @Test
    void shouldRefuseWhatWasNotSignedOrWasChanged() throws IOException {
        Path changed = release("1");
        Files.writeString(changed.resolve("library/law"), "another law");
        assertThat(refusal(() -> install(changed, Optional.empty()))).isEqualTo("cli.release-changed");

        Path added = release("2");
        Files.writeString(added.resolve("added"), "one too many");
        assertThat(refusal(() -> install(added, Optional.empty()))).isEqualTo("cli.release-changed");

        Path summedAnew = release("3");
        Files.writeString(summedAnew.resolve("library/law"), "another law");
        Files.writeString(summedAnew.resolve(Sums.FILE), Sums.ofFolder(summedAnew));
        assertThat(refusal(() -> install(summedAnew, Optional.empty()))).isEqualTo("cli.release-signature");

        SigningKey other = SigningKey.of(folder.resolve("other"));
        assertThat(refusal(() -> install(release("4"), Optional.of(other.shown()))))
                .isEqualTo("cli.release-signature");
        assertThat(target.resolve("current")).doesNotExist();
    }

    @Test
    void shouldRefuseAnUpgradeThatIsNotOfTheKeyOfTheInstallation() throws IOException {
        install(release("1"), Optional.empty());
        Path changed = packed("2");
        Files.write(changed, new byte[] {0}, StandardOpenOption.APPEND);
        assertThat(refusal(() -> installation().upgrade(changed, state))).isEqualTo("cli.release-changed");

        key = SigningKey.of(folder.resolve("other"));
        Path foreign = packed("3");
        assertThat(refusal(() -> installation().upgrade(foreign, state))).isEqualTo("cli.release-signature");

        Files.delete(Sums.signature(Archive.sum(foreign)));
        assertThat(refusal(() -> installation().upgrade(foreign, state))).isEqualTo("cli.release-part-missing");
        assertThat(current()).startsWith("1-");
        assertThat(state.asked).isEmpty();
    }

    @Test
    void shouldSayWhatCannotBeDone() throws IOException {
        assertThat(refusal(() -> Installation.of(release("1")))).isEqualTo("cli.release-not-installed");
        assertThat(refusal(() -> install(folder.resolve("nothing"), Optional.empty())))
                .isEqualTo("cli.release-none");
        Path first = release("2");
        install(first, Optional.empty());
        assertThat(refusal(() -> install(first, Optional.empty()))).isEqualTo("cli.release-there");
        assertThat(refusal(() -> installation().rollBack(state))).isEqualTo("cli.release-no-earlier");
        assertThat(refusal(() -> installation().upgrade(packed("2"), state))).isEqualTo("cli.release-same");
        assertThat(refusal(() -> ReleaseKey.read(first.resolve("VERSION")))).isEqualTo("cli.release-key");
        assertThat(refusal(() -> JavaRuntime.of(folder))).isEqualTo("cli.release-no-modules");
    }

    /** GNU tar writes folders too, and files of other kinds stand in no archive of ours. */
    @Test
    void shouldUnpackWhatOthersPackedButNoLink() throws IOException {
        Path archive = folder.resolve("others.tar.gz");
        TarArchiveEntry top = new TarArchiveEntry("top/");
        TarArchiveEntry file = new TarArchiveEntry("top/library/law");
        TarArchiveEntry link = new TarArchiveEntry("top/link", TarConstants.LF_SYMLINK);
        link.setLinkName("/etc/passwd");

        write(archive, top, new TarArchiveEntry("top/library/"), file);
        Tar.unpack(archive, folder.resolve("unpacked"));
        assertThat(folder.resolve("unpacked/library/law")).isEmptyFile();

        write(archive, top, link);
        assertThatThrownBy(() -> Tar.unpack(archive, folder.resolve("linked"))).isInstanceOf(IOException.class);
        write(archive, new TarArchiveEntry("top/../../outside"));
        assertThatThrownBy(() -> Tar.unpack(archive, folder.resolve("left"))).isInstanceOf(IOException.class);
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    private static void write(Path archive, TarArchiveEntry... entries) throws IOException {
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GzipCompressorOutputStream(Files.newOutputStream(archive)))) {
            for (TarArchiveEntry entry : entries) {
                tar.putArchiveEntry(entry);
                tar.closeArchiveEntry();
            }
        }
    }

    @Test
    void shouldGiveEqualBytesForEqualFiles() throws IOException {
        Path one = release("1");
        Path first = folder.resolve("first.tar.gz");
        Path second = folder.resolve("second.tar.gz");
        Tar.pack(one, "mingjian-1", first);
        Files.setLastModifiedTime(one.resolve("VERSION"), FileTime.fromMillis(0));

        Tar.pack(one, "mingjian-1", second);

        assertThat(second).hasSameBinaryContentAs(first);
    }

    private Installation.Installed install(Path release, Optional<ReleaseKey> trusted) throws IOException {
        return Installation.install(release, target, trusted);
    }

    private Installation installation() throws IOException {
        return Installation.of(target.resolve("current").toRealPath());
    }

    private String current() throws IOException {
        return target.resolve("current").toRealPath().getFileName().toString();
    }

    private static String refusal(ThrowingCallable call) {
        try {
            call.call();
            return "done";
        } catch (ProblemException e) {
            return e.problems().get(0).code();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** An unpacked release. */
    private Path release(String version) throws IOException {
        Path release = folder.resolve("unpacked-" + version);
        Files.createDirectories(release.resolve("library"));
        Files.writeString(release.resolve("VERSION"), version + "\n");
        Files.writeString(release.resolve("mingjian"), "program " + version);
        Files.setPosixFilePermissions(release.resolve("mingjian"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(release.resolve("library/law"), "law");
        Files.writeString(release.resolve(Release.KEY), key.shown().pem());
        Files.writeString(release.resolve(Sums.FILE), Sums.ofFolder(release));
        key.sign(release.resolve(Sums.FILE));
        return release;
    }

    /** The same as one file with its sum and signature. */
    private Path packed(String version) throws IOException {
        Path archive = folder.resolve("mingjian-" + version + ".tar.gz");
        Tar.pack(release(version), "mingjian-" + version, archive);
        Path sum = Archive.sum(archive);
        Files.writeString(sum, Sums.line(archive, archive.getFileName().toString()));
        key.sign(sum);
        return archive;
    }
}
