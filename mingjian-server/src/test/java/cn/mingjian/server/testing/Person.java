package cn.mingjian.server.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at a browser: keeps cookies, sends the token against forged requests. */
public final class Person {

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;

    public Person(String address) {
        this(address, HttpClient.newBuilder());
    }

    /** @param browser with certificates of its own */
    public Person(String address, HttpClient.Builder browser) {
        this.address = address;
        this.client = browser.cookieHandler(cookies).build();
        get("/api/v1/health"); // brings the token
    }

    /** An answer: its status, its text, and its JSON. */
    public record Answer(int status, String text, HttpResponse<byte[]> whole) {

        /** The body as JSON. */
        public JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }

        /** The code of the first problem. */
        public String problem() {
            return json().at("/problems/0/code").asString();
        }
    }

    public Answer signIn(String account, String password) {
        return post("/api/v1/session", Map.of("account", account, "password", password));
    }

    /** Signs in, and fails where that is refused. */
    public Person enter(String account, String password) {
        Answer answer = signIn(account, password);
        if (answer.status() != 200) {
            throw new IllegalStateException("Sign-in of " + account + " was refused: " + answer.text());
        }
        return this;
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    public Answer post(String path, Object body) {
        return write("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return write("PUT", path, body);
    }

    public Answer delete(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .DELETE());
    }

    /**
     * Sends a form with files as a browser does.
     *
     * @param files name to content
     */
    public Answer upload(String path, Map<String, String> fields, Map<String, byte[]> files) {
        String boundary = "----mingjian";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> part(body, boundary, "name=\"" + name + "\"", value.getBytes(UTF_8)));
        files.forEach((name, content) ->
                part(body, boundary, "name=\"files\"; filename=\"" + name.replace("\"", "%22") + "\"", content));
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(UTF_8));
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String boundary, String disposition, byte[] content) {
        body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n").getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(UTF_8));
    }

    private Answer write(String method, String path, Object body) {
        String text = JsonMapper.shared().writeValueAsString(body);
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .method(method, HttpRequest.BodyPublishers.ofString(text)));
    }

    /** Sends a request as it is, with the cookies kept so far. */
    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The value of a cookie, empty where there is none. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Where the server is. */
    public String address() {
        return address;
    }
}
