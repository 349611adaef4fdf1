package cn.mingjian.running;

import cn.mingjian.engine.run.Json;
import cn.mingjian.intake.delivery.DeliveredTable;
import cn.mingjian.intake.delivery.Delivery;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The installation's register of form numbers: which model, version and contracts a form was made for. A number is random,
 * so that it tells nothing to whoever fills the form. One line of JSON a form, readable by its owner alone.
 */
public final class FormRegister {

    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    public FormRegister(Path file) {
        this.file = file;
    }

    /**
     * A form that was made.
     *
     * @param model the model that it was made for; null where it was made for several or for none
     * @param contracts contract id to the version whose columns the form has
     */
    public record Form(
            String number, @Nullable String model, @Nullable String version, Map<String, String> contracts) {}

    /** Enters a new form for a model and gives its number. */
    public String enter(ModelPackage pack, Map<String, String> contracts) {
        return enter(pack.id(), pack.version(), contracts);
    }

    /** Enters a new form that was made for no model alone. */
    public String enter(Map<String, String> contracts) {
        return enter(null, null, contracts);
    }

    private String enter(@Nullable String model, @Nullable String version, Map<String, String> contracts) {
        SecureRandom random = new SecureRandom();
        StringBuilder number = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            number.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        Form form = new Form(number.toString(), model, version, new TreeMap<>(contracts));
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            try (var out = Channels.newOutputStream(Files.newByteChannel(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))))) {
                out.write((Json.line(form) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return form.number();
    }

    /** The form of a number, if it was made here. */
    public Optional<Form> find(String number) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            for (String line : Files.readAllLines(file)) {
                Form form = JSON.readValue(line, Form.class);
                if (form.number().equals(number)) {
                    return Optional.of(form);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Checks a delivery that is a filled form: a number from elsewhere or a form for another model is a warning, since the
     * sheets are still read by their headings; a sheet of another major version of its contract is an error.
     */
    public void check(Delivery delivery, ModelPackage pack, Problems problems) {
        if (delivery.formNumber().isEmpty()) {
            return;
        }
        String number = delivery.formNumber().get();
        Place place = Place.of(String.valueOf(delivery.path().getFileName()));
        Optional<Form> form = find(number);
        if (form.isEmpty()) {
            problems.warning(place, "running.form-unknown", number);
            return;
        }
        String model = form.get().model();
        if (model != null && !model.equals(pack.id())) {
            problems.warning(place, "running.form-other-model", number, model);
        }
        for (DeliveredTable table : delivery.tables().values()) {
            String made = form.get().contracts().get(table.contract().id());
            if (made != null && !major(made).equals(major(table.contract().version()))) {
                problems.error(
                        place,
                        "running.form-too-old",
                        table.contract().title(),
                        made,
                        table.contract().version());
            }
        }
    }

    private static String major(String version) {
        int dot = version.indexOf('.');
        return dot < 0 ? version : version.substring(0, dot);
    }
}
