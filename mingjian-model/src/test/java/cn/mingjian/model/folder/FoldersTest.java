package cn.mingjian.model.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    private final Path home;

    FoldersTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void shouldMakeFoldersForTheirOwnerAlone() throws IOException {
        Folders.make(home.resolve("office/runs"));

        assertThat(permissions(home.resolve("office/runs"))).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("office"))).isEqualTo("rwx------");
    }

    @Test
    void shouldEmptyAFolderThatIsMadeAnew() throws IOException {
        Path made = Folders.make(home.resolve("work"));
        Folders.write(made.resolve("left"), "of an earlier try");

        Folders.makeAnew(made);

        assertThat(Folders.list(made)).isEmpty();
    }

    @Test
    void shouldWriteAFileForItsOwnerAloneAndLeaveNothingBeside() throws IOException {
        Path file = home.resolve("password");
        Folders.write(file, "one");
        Folders.write(file, "two");

        assertThat(file).content().isEqualTo("two");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(Folders.list(home)).containsExactly(file);
    }

    @Test
    void shouldListByNameAndNothingWhenThereIsNoFolder() throws IOException {
        Folders.write(home.resolve("b"), "");
        Folders.write(home.resolve("a"), "");

        assertThat(Folders.list(home)).containsExactly(home.resolve("a"), home.resolve("b"));
        assertThat(Folders.list(home.resolve("none"))).isEmpty();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
