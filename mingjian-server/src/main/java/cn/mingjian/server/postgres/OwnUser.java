package cn.mingjian.server.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * As whom PostgreSQL runs: it refuses to run as root. Where the product runs as root its programs are started with
 * {@code setpriv} as the user nobody, who owns their files.
 */
final class OwnUser {

    private static final int NOBODY = 65534;
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private OwnUser() {}

    /** A command as it is to be started. */
    static List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (ROOT) {
            whole.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"));
        }
        whole.addAll(command);
        return whole;
    }

    /** Gives a file or a folder with all that is in it to that user. */
    static void own(Path path) throws IOException {
        if (!ROOT) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes any) throws IOException {
                return give(folder);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes any) throws IOException {
                return give(file);
            }
        });
    }

    private static FileVisitResult give(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
        return FileVisitResult.CONTINUE;
    }

    /** Whether that user can enter a folder: every folder above it must let them through. */
    static boolean canEnter(Path folder) throws IOException, InterruptedException {
        return new ProcessBuilder(command(List.of("test", "-x", folder.toString())))
                        .start()
                        .waitFor()
                == 0;
    }
}
