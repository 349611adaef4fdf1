package cn.mingjian.server.backup;

import cn.mingjian.server.audit.AuditChain;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;

/**
 * The files of an installation. All that lie there are taken: what no row names is swept at the next start of a server,
 * and none is forgotten. What is being received or written has a name with {@value #PARTIAL} and is left out;
 * so is the noted head of the audit, which goes on while the files are copied and is noted anew by the first act.
 */
final class KeptFiles {

    private static final String PARTIAL = ".partial";

    /** The folders that rows name. They lie there before the row is written, and go after it is. */
    private static final String NAMED = """
            select 'offices/' || office_id || '/deliveries/' || id from delivery where state in ('READING', 'READY')
            union all select 'offices/' || office_id || '/runs/' || id || '/' || attempt from run where state = 'DONE'
            union all select 'offices/' || office_id || '/datasets/' || dataset_id || '/' || number
                from dataset_version v join dataset d on d.id = v.dataset_id where state = 'READY'
            union all select distinct 'packages/' || digest from run
            """;

    private final Path data;

    KeptFiles(Path data) {
        this.data = data;
    }

    /** @throws NoSuchFileException when something went away meanwhile */
    void copy(String folder, ArchiveWriter archive, FileTally tally) throws IOException {
        Path start = data.resolve(folder);
        if (!Files.exists(start)) {
            return;
        }
        // The folder of an office may be a link to a volume of its own.
        Files.walkFileTree(
                start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes any) throws IOException {
                        if (leftOut(path)) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        archive.addFolder(name(path), path);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path path, BasicFileAttributes any) throws IOException {
                        if (!leftOut(path)) {
                            archive.addFile(name(path), path, tally);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
                        if (leftOut(path)) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw failure;
                    }
                });
    }

    private static boolean leftOut(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(PARTIAL) || name.equals(AuditChain.HEAD_FILE);
    }

    private String name(Path path) {
        return data.relativize(path).toString();
    }

    /**
     * Looks whether the folders that rows name are still there, after they were copied.
     *
     * @throws NoSuchFileException when one is not
     */
    void check(Connection snapshot) throws SQLException, IOException {
        try (PreparedStatement question = snapshot.prepareStatement(NAMED);
                ResultSet rows = question.executeQuery()) {
            while (rows.next()) {
                if (!Files.isDirectory(data.resolve(rows.getString(1)))) {
                    throw new NoSuchFileException(rows.getString(1));
                }
            }
        }
    }
}
