package cn.mingjian.server.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.mingjian.server.testing.Brought;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.SampleRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a prosecutor does, each thing noted once the server has confirmed it. */
final class Deeds {

    /** The element that corrections set. */
    static final String ELEMENT = "defendants[0].months";

    private static final String RUNS = "/api/v1/runs/";
    private static final String JUDGMENTS = "criminal-judgment";
    private static final int DOCUMENTS = 60;
    private static final int CREATED = 201;
    private static final int DONE = 200;

    private final Confirmed confirmed;
    private final Map<String, byte[]> registers;

    /** @param county the folder of the sample's registers */
    Deeds(Confirmed confirmed, Path county) throws IOException {
        this.confirmed = confirmed;
        this.registers = new LinkedHashMap<>();
        for (Path file : WholeCheck.list(county)) {
            if (Files.isRegularFile(file) && !file.endsWith("truth.csv")) {
                registers.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
    }

    String bringRegisters(Person person) {
        return bring(person, "registers", registers);
    }

    String bringDocuments(Person person) {
        Map<String, byte[]> judgments = new LinkedHashMap<>();
        for (int i = 1; i <= DOCUMENTS; i++) {
            judgments.put(
                    i + ".txt",
                    Brought.JUDGMENT.replace("刑初12号", "刑初" + i + "号").getBytes(UTF_8));
        }
        return bring(person, JUDGMENTS, judgments);
    }

    private String bring(Person person, String kind, Map<String, byte[]> files) {
        String id = confirmed(person.upload(Brought.DELIVERIES, Map.of("kind", kind), files), CREATED);
        confirmed.delivery(id);
        return id;
    }

    String order(Person person, UUID delivery) {
        String id = confirmed(person.post(RUNS.replaceFirst("/$", ""), SampleRuns.wish(delivery)), CREATED);
        confirmed.run(id);
        return id;
    }

    /** Stops a run; one that has ended is left. */
    void stop(Person person, String run) {
        if (person.post(RUNS + run + "/stop", Map.of()).status() == DONE) {
            confirmed.stopped(run);
        }
    }

    /** Takes the workbook of a run once more until the server is gone. */
    void export(Person person, String run) {
        while (true) {
            if (person.get(RUNS + run + "/clues.xlsx").status() != DONE) {
                throw new IllegalStateException("The export was refused");
            }
            confirmed.exported();
        }
    }

    /** Sets the term of one judgment after another. */
    void correct(Person person, String delivery, List<Integer> terms) {
        for (int i = 0; i < terms.size(); i++) {
            String value = String.valueOf(terms.get(i));
            Answer answer = person.put(
                    Brought.DELIVERIES + "/" + delivery + "/documents/" + (i + 1) + "/corrections",
                    Map.of("element", ELEMENT, "reason", "主文如此", "value", value));
            if (answer.status() == DONE) {
                confirmed.corrected(delivery, i + 1, value);
            }
        }
    }

    private static String confirmed(Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException("Refused with " + answer.status() + ": " + answer.text());
        }
        return answer.json().at("/id").asString();
    }
}
