import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person at a browser, who looks at each answer: is it there, and is all of it their own office's. */
final class Desk {

    private static final Pattern MARK = Pattern.compile("office-(\\d+) ");
    private static final List<String> RUNS_OF_ALL = new CopyOnWriteArrayList<>();
    private static final List<String> GRADES = List.of("A", "B", "C");
    private static final List<String> SORTS = List.of("amount", "grade", "place");

    private final String address;
    private final String login;
    private final String password;
    private final Answers answers;
    private final Random random;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final List<String> runs = new ArrayList<>();
    private final List<String> models = new ArrayList<>();
    private final List<String> clues = new ArrayList<>();
    private final List<String> deliveries = new ArrayList<>();
    private String office = "";
    private String run = "";

    Desk(String address, String login, String password, Answers answers, Random random) {
        this.address = address;
        this.login = login;
        this.password = password;
        this.answers = answers;
        this.random = random;
    }

    void pause() throws InterruptedException {
        Thread.sleep(1_000 + random.nextInt(2_001));
    }

    void signIn() throws Exception {
        send("health", 200, HttpRequest.newBuilder(URI.create(address + "/api/v1/health")).GET());
        String body = JsonMapper.shared().writeValueAsString(java.util.Map.of("account", login, "password", password));
        send("sign in", 200, HttpRequest.newBuilder(URI.create(address + "/api/v1/session"))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", token())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        JsonNode list = rows("runs: list", "/api/v1/runs");
        Matcher mark = MARK.matcher(list.toString());
        if (!mark.find()) {
            throw new IllegalStateException(login + " has no runs: " + list);
        }
        office = mark.group(1);
        keep(runs, list, "id");
        RUNS_OF_ALL.addAll(runs.subList(0, Math.min(5, runs.size())));
        keep(models, get("models: list", "/api/v1/models"), "id");
        open();
    }

    /** Does one thing that people do. */
    void act() throws Exception {
        switch (random.nextInt(17)) {
            case 0 -> get("desk", "/api/v1/desk");
            case 1 -> keep(runs, rows("runs: list", "/api/v1/runs?page=" + random.nextInt(2)), "id");
            case 2 -> rows("runs: by state", "/api/v1/runs?state=DONE");
            case 3 -> get("runs: by model", "/api/v1/runs?model=" + one(models));
            case 4, 5 -> open();
            case 6, 7 -> rows("clues: list", clues());
            case 8 -> rows("clues: sorted", clues() + "?order=desc&sort=" + one(SORTS));
            case 9 -> get("clues: by grade", clues() + "?grade=" + one(GRADES));
            case 10 -> get("clues: by words", clues() + "?query=" + encoded("office-" + office));
            case 11, 12 -> clue();
            case 13 -> delivery();
            case 14 -> get("models: by words", "/api/v1/models?query=" + encoded("缓刑"));
            case 15 -> get("models: open", "/api/v1/models/" + one(models));
            default -> foreign();
        }
    }

    private String clues() {
        return "/api/v1/runs/" + run + "/clues";
    }

    private void open() throws Exception {
        run = one(runs);
        JsonNode page = get("runs: open", "/api/v1/runs/" + run);
        String delivery = page.path("delivery").asString();
        if (!delivery.isEmpty() && !deliveries.contains(delivery)) {
            deliveries.add(delivery);
        }
        clues.clear();
        keep(clues, rows("clues: list", clues()), "clueId");
    }

    private void clue() throws Exception {
        if (!clues.isEmpty()) {
            rows("clues: open", clues() + "/" + one(clues));
        }
    }

    private void delivery() throws Exception {
        rows("deliveries: open", "/api/v1/deliveries/" + one(deliveries));
    }

    /** What another office has is not there. */
    private void foreign() throws Exception {
        List<String> others = new ArrayList<>(RUNS_OF_ALL);
        others.removeAll(runs);
        if (!others.isEmpty()) {
            String path = "/api/v1/runs/" + one(others) + (random.nextBoolean() ? "" : "/clues");
            send("foreign: not there", 404, HttpRequest.newBuilder(URI.create(address + path)).GET());
        }
    }

    /** An answer with rows of the own office in it. */
    private JsonNode rows(String what, String path) throws Exception {
        JsonNode answer = get(what, path);
        boolean listed = answer.has("items") && answer.path("items").isEmpty();
        if (!office.isEmpty() && !listed && !answer.toString().contains("office-" + office + " ")) {
            answers.wrong(what, "no row of the own office: " + path);
        }
        return answer;
    }

    private JsonNode get(String what, String path) throws Exception {
        return send(what, 200, HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    private JsonNode send(String what, int expected, HttpRequest.Builder request) throws Exception {
        Instant began = Instant.now();
        long start = System.nanoTime();
        HttpResponse<String> answer = client.send(
                request.timeout(Duration.ofMinutes(1)).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        answers.took(what, began, System.nanoTime() - start);
        if (answer.statusCode() != expected) {
            answers.wrong(what, "status " + answer.statusCode() + " of " + answer.uri().getPath());
        }
        Matcher marks = MARK.matcher(answer.body());
        while (!office.isEmpty() && marks.find()) {
            if (!marks.group(1).equals(office)) {
                answers.wrong(what, "a row of office " + marks.group(1) + " shown to " + office);
            }
        }
        return answer.body().startsWith("{") || answer.body().startsWith("[")
                ? JsonMapper.shared().readTree(answer.body())
                : JsonMapper.shared().createObjectNode();
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static void keep(List<String> known, JsonNode page, String name) {
        JsonNode items = page.has("items") ? page.path("items") : page;
        for (JsonNode item : items) {
            String id = item.path(name).asString();
            if (!id.isEmpty() && !known.contains(id)) {
                known.add(id);
            }
        }
    }

    private String one(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
