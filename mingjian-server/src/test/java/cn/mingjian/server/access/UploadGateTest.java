package cn.mingjian.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.testing.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UploadGateTest {

    private static final String BEGUN = """
            --b\r
            Content-Disposition: form-data; name="kind"\r
            \r
            registers""";

    @Test
    void shouldRefuseFilesWithoutATokenBeforeTheyAreTakenIn() throws IOException {
        assertThat(answered("")).contains(" 403 ");
    }

    @Test
    void shouldRefuseFilesOfWhoIsNotSignedInBeforeTheyAreTakenIn() throws IOException {
        String token = "3c5d3f6e-0f6c-4f0e-9d7a-0c6a1d2b3e4f";

        assertThat(answered("X-XSRF-TOKEN: " + token + "\r\nCookie: XSRF-TOKEN=" + token + "\r\n"))
                .contains(" 401 ");
    }

    /** What the server answers to a request of which most never comes. */
    private static String answered(String headers) throws IOException {
        int port = URI.create(TestServer.get().address()).getPort();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            String request = "POST /api/v1/deliveries HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                    + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000000\r\n" + headers
                    + "\r\n"
                    + BEGUN;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }
}
