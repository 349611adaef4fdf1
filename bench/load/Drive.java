import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Fifty people at work: each does something, thinks for one to three seconds, and does the next thing. */
final class Drive {

    private static final int SESSIONS = 50;
    private static final int OFFICES = Integer.getInteger("offices", 500);
    private static final long LIMIT_MILLIS = 300;

    private Drive() {}

    /** @param arguments address, file with the password, seconds of warm-up, seconds that count */
    public static void main(String[] arguments) throws Exception {
        String password = Files.readString(Path.of(arguments[1])).strip();
        Instant counted = Instant.now().plusSeconds(Long.parseLong(arguments[2]));
        Instant end = counted.plusSeconds(Long.parseLong(arguments[3]));
        Answers answers = new Answers(counted, end);
        List<Thread> people = new ArrayList<>();
        List<Desk> desks = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            // One office each, one in three a head or a chief.
            int account = i * OFFICES / SESSIONS + i % 3 * OFFICES;
            Desk desk = new Desk(arguments[0], "load-" + account, password, answers, new Random(i));
            desks.add(desk);
            Thread person = new Thread(() -> work(desk, answers, end), "person " + i);
            people.add(person);
        }
        for (Thread person : people) {
            person.start();
        }
        for (Thread person : people) {
            person.join();
        }
        // What one has seen is not there for another.
        System.exit(answers.report(LIMIT_MILLIS, Duration.between(counted, end)) ? 0 : 1);
    }

    private static void work(Desk desk, Answers answers, Instant end) {
        try {
            desk.pause(); // not all at once
            desk.signIn();
            while (Instant.now().isBefore(end)) {
                desk.act();
                desk.pause();
            }
        } catch (Exception e) {
            answers.wrong("person", e.toString());
        }
    }
}
