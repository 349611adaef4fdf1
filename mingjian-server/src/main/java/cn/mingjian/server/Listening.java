package cn.mingjian.server;

import java.util.List;
import picocli.CommandLine.Option;

/** Where a server listens. */
final class Listening {

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "port", defaultValue = "8790")
    private int port;

    @Option(names = "--address", paramLabel = "ADDRESS", descriptionKey = "address", defaultValue = "127.0.0.1")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private String address;

    List<String> arguments() {
        return List.of("--server.port=" + port, "--server.address=" + address);
    }
}
