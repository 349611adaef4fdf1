package cn.mingjian.server.backup;

import cn.mingjian.server.cipher.Passphrase;
import cn.mingjian.server.installation.ServerSettings;
import java.io.IOException;
import java.nio.file.Path;

/** A restore in a process of its own, that can be killed. */
final class RestoreProcess {

    private RestoreProcess() {}

    /** @param arguments the file, and its passphrase */
    public static void main(String[] arguments) {
        Restore.from(ServerSettings.ofEnvironment(""), Way.WHOLE, Path.of(arguments[0]), new Passphrase(arguments[1]));
    }

    static Process start(Path data, Path file, String passphrase) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-Dmingjian.home=..",
                        "-Dmingjian.data=" + data,
                        "-cp",
                        System.getProperty("java.class.path"),
                        RestoreProcess.class.getName(),
                        file.toString(),
                        passphrase)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolveSibling("restore.log").toFile()))
                .start();
    }
}
