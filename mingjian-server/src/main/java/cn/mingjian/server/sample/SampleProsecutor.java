package cn.mingjian.server.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fills the sample installation as a prosecutor would: signs in, brings the county, orders runs, all by the interface. */
public final class SampleProsecutor {

    private static final String TOKEN = "XSRF-TOKEN";
    private static final int REFUSED = 400;
    private static final String PURPOSE = "STUDY";
    private static final String PURPOSE_TEXT = "样例：学习使用";

    private final URI address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final JsonMapper json = JsonMapper.shared();

    /** @param address where the server listens */
    public SampleProsecutor(String address, String login, String password) {
        this.address = URI.create(address);
        get("api/v1/health"); // brings the token
        post("api/v1/session", Map.of("account", login, "password", password));
    }

    /** Brings registers as one delivery and waits until they were looked through. */
    public UUID bring(List<Path> files) {
        JsonNode delivery = upload(files);
        String path = "api/v1/deliveries/" + delivery.at("/id").asString();
        while (delivery.at("/state").asString().equals("READING")) {
            pause();
            delivery = get(path);
        }
        return UUID.fromString(delivery.at("/id").asString());
    }

    /** Orders a run for study; gives its number. */
    public UUID order(String model, UUID delivery, LocalDate asOf) {
        JsonNode run = post(
                "api/v1/runs",
                Map.of(
                        "model",
                        model,
                        "delivery",
                        delivery,
                        "purpose",
                        PURPOSE,
                        "purposeText",
                        PURPOSE_TEXT,
                        "asOf",
                        asOf,
                        "asOfReason",
                        "样例县的数据截至这一天",
                        "parameters",
                        Map.of()));
        return UUID.fromString(run.at("/id").asString());
    }

    /** The run of a model that was ordered here before. */
    public Optional<UUID> ordered(String model) {
        String purpose =
                "&purpose=" + PURPOSE + "&purposeText=" + URLEncoder.encode(PURPOSE_TEXT, StandardCharsets.UTF_8);
        JsonNode runs = get("api/v1/runs?model=" + model + purpose).at("/items");
        return runs.valueStream()
                .findFirst()
                .map(run -> UUID.fromString(run.at("/id").asString()));
    }

    /** Waits for the end of a run: its title in Chinese, its state, and how many clues it gave. */
    public Ended await(UUID run) {
        JsonNode page = get("api/v1/runs/" + run);
        while (page.at("/ended").isNull() || page.at("/ended").isMissingNode()) {
            pause();
            page = get("api/v1/runs/" + run);
        }
        return new Ended(
                page.at("/title/zh").asString(),
                page.at("/title/en").asString(),
                page.at("/state").asString(),
                page.at("/clues").asInt(0));
    }

    /** How a run ended. */
    public record Ended(String zh, String en, String state, int clues) {}

    private JsonNode get(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path)).GET());
    }

    private JsonNode post(String path, Object body) {
        return send(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    private JsonNode upload(List<Path> files) {
        String border = UUID.randomUUID().toString();
        List<BodyPublisher> parts = new ArrayList<>();
        parts.add(text(border, "form-data; name=\"kind\"", "registers"));
        try {
            for (Path file : files) {
                parts.add(text(border, "form-data; name=\"files\"; filename=\"" + file.getFileName() + "\"", ""));
                parts.add(BodyPublishers.ofFile(file));
                parts.add(BodyPublishers.ofString("\r\n"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        parts.add(BodyPublishers.ofString("--" + border + "--\r\n"));
        return send(HttpRequest.newBuilder(address.resolve("api/v1/deliveries"))
                .header("Content-Type", "multipart/form-data; boundary=" + border)
                .POST(BodyPublishers.concat(parts.toArray(BodyPublisher[]::new))));
    }

    private static BodyPublisher text(String border, String disposition, String value) {
        String end = value.isEmpty() ? "" : value + "\r\n";
        return BodyPublishers.ofString(
                "--" + border + "\r\nContent-Disposition: " + disposition + "\r\n\r\n" + end, StandardCharsets.UTF_8);
    }

    private JsonNode send(HttpRequest.Builder request) {
        String token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(TOKEN))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
        try {
            HttpResponse<String> answer =
                    client.send(request.header("X-XSRF-TOKEN", token).build(), BodyHandlers.ofString());
            if (answer.statusCode() >= REFUSED) {
                throw new IllegalStateException(
                        "The sample was refused with " + answer.statusCode() + ": " + answer.body());
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
