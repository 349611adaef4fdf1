package cn.mingjian.server.installation;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** By which it is told whether what the product once said of data is what it would say now: its code and its library. */
@Component
public class ProductDigest {

    private final String text;

    ProductDigest(ServerSettings settings) throws IOException {
        MessageDigest digest = sha256();
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .sorted(Comparator.comparing(File::getName))
                .forEach(part -> add(digest, part.getName(), part.lastModified(), new byte[0]));
        for (Path file : files(settings.library())) {
            add(digest, settings.library().relativize(file).toString(), 0, Files.readAllBytes(file));
        }
        text = HexFormat.of().formatHex(digest.digest());
    }

    /** It, in hexadecimal digits. */
    public String text() {
        return text;
    }

    private static void add(MessageDigest digest, String name, long time, byte[] content) {
        digest.update((name + '\n' + time + '\n' + content.length + '\n').getBytes(StandardCharsets.UTF_8));
        digest.update(content);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
