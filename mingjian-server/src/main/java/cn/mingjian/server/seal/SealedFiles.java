package cn.mingjian.server.seal;

import cn.mingjian.model.folder.Folders;
import cn.mingjian.server.cipher.SealedInput;
import cn.mingjian.server.cipher.SealedOutput;
import cn.mingjian.server.cipher.Wrapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that an installation keeps for itself alone, sealed or from before it sealed. */
public final class SealedFiles {

    private SealedFiles() {}

    /** Seals the content of a file into another, which is on the disk when this ends. */
    public static void seal(Path clear, Path sealed, Wrapping wrapping) throws IOException {
        try (InputStream in = Files.newInputStream(clear);
                OutputStream out = SealedOutput.begin(create(sealed), wrapping)) {
            in.transferTo(out);
        }
        Folders.force(sealed);
    }

    /** Opens the content of a sealed file into another. */
    public static void open(Path sealed, Path clear, Wrapping wrapping) throws IOException {
        try (InputStream in = read(sealed, wrapping);
                OutputStream out = create(clear)) {
            in.transferTo(out);
        }
    }

    /** The content of a sealed file. */
    public static InputStream read(Path sealed, Wrapping wrapping) throws IOException {
        return SealedInput.open(Files.newInputStream(sealed), wrapping);
    }

    private static OutputStream create(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.newOutputStream(file, StandardOpenOption.WRITE);
    }
}
