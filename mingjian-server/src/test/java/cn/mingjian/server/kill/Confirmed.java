package cn.mingjian.server.kill;

import cn.mingjian.server.testing.Brought;
import cn.mingjian.server.testing.Person;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the server confirmed to its user: none of it may ever be lost. Told by the threads that act. */
final class Confirmed {

    private final Set<String> deliveries = new LinkedHashSet<>();
    private final Set<String> runs = new LinkedHashSet<>();
    private final Set<String> stopped = new LinkedHashSet<>();
    private final List<Corrected> corrections = new ArrayList<>();
    private int exports;

    /** A value that somebody set right. */
    private record Corrected(String delivery, int document, String value) {}

    synchronized void delivery(String id) {
        deliveries.add(id);
    }

    synchronized void run(String id) {
        runs.add(id);
    }

    synchronized void stopped(String run) {
        stopped.add(run);
    }

    synchronized void corrected(String delivery, int document, String value) {
        corrections.removeIf(earlier -> earlier.delivery().equals(delivery) && earlier.document() == document);
        corrections.add(new Corrected(delivery, document, value));
    }

    /** A workbook came whole. */
    synchronized void exported() {
        exports++;
    }

    synchronized int exports() {
        return exports;
    }

    /** What of it the server no longer knows. */
    synchronized List<String> lost(Person person) {
        List<String> lost = new ArrayList<>();
        deliveries.stream()
                .filter(id -> person.get(Brought.DELIVERIES + "/" + id).status() != 200)
                .forEach(id -> lost.add("delivery " + id + " was confirmed and is lost"));
        runs.stream()
                .filter(id -> person.get("/api/v1/runs/" + id).status() != 200)
                .forEach(id -> lost.add("run " + id + " was confirmed and is lost"));
        stopped.stream()
                .filter(id -> !person.get("/api/v1/runs/" + id)
                        .json()
                        .at("/state")
                        .asString()
                        .equals("STOPPED"))
                .forEach(id -> lost.add("run " + id + " was stopped and is not"));
        corrections.stream()
                .filter(one -> !months(person, one).equals(one.value()))
                .forEach(one -> lost.add("a correction of delivery " + one.delivery() + " was confirmed and is lost"));
        return lost;
    }

    private static String months(Person person, Corrected one) {
        JsonNode page = person.get(Brought.DELIVERIES + "/" + one.delivery() + "/documents/" + one.document())
                .json();
        for (JsonNode element : page.at("/elements")) {
            if (element.at("/id").asString().equals(Deeds.ELEMENT)) {
                return element.at("/value").asString("");
            }
        }
        return "";
    }
}
