package cn.mingjian.server.clue;

import cn.mingjian.engine.run.Json;
import cn.mingjian.model.clue.Clue;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.cipher.SealException;
import cn.mingjian.server.clue.Clues.Found;
import cn.mingjian.server.clue.Clues.Neighbours;
import cn.mingjian.server.opening.Opening;
import cn.mingjian.server.opening.Opening.Opened;
import cn.mingjian.server.opening.OpeningKind;
import cn.mingjian.server.opening.OpeningWish;
import cn.mingjian.server.opening.Openings;
import cn.mingjian.server.opening.Unmasked;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.run.KeptResult;
import cn.mingjian.server.run.Run;
import cn.mingjian.server.run.RunFiles;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Clues with their values, which lie in the files of their run alone, readable by the server's user: nothing but this class
 * reads them there, and it gives them to nobody before the opening is kept.
 */
@Component
class ClueOpenings {

    private final RunFiles files;
    private final CluePages pages;
    private final Openings openings;

    ClueOpenings(RunFiles files, CluePages pages, Openings openings) {
        this.files = files;
        this.pages = pages;
        this.openings = openings;
    }

    /** Lines of a file, from its beginning. */
    private interface Lines {
        BufferedReader open() throws IOException;
    }

    /** Opens one clue that the actor was given masked. */
    OpenedClue open(Actor actor, Found found, OpeningWish wish) {
        int number = found.row().number();
        String masked = line(number, () -> masked(found.run()));
        String clear = line(number, () -> files.clues(found.run()));
        Unmasked unmasked = Unmasked.nothing();
        unmasked.add(read(masked, JsonNode.class), read(clear, JsonNode.class));
        Clue clue = read(clear, Clue.class);
        if (!clue.clueId().equals(found.row().clueId())) {
            throw new IllegalStateException("The files of a run do not fit its rows");
        }
        Found whole = new Found(found.run(), found.row().entitled(clue.title()), clue);
        Opened opened = openings.open(
                actor, wish, new Opening(OpeningKind.CLUE, found.run().id(), clue.clueId(), 1, unmasked));
        return new OpenedClue(pages.page(whole, Neighbours.NONE), opened);
    }

    /** What an opening of all clues of a run opens. */
    Opening all(Run run) {
        Unmasked unmasked = Unmasked.nothing();
        int clues = 0;
        try (BufferedReader masked = masked(run);
                BufferedReader clear = files.clues(run)) {
            for (String line = clear.readLine(); line != null; line = clear.readLine()) {
                unmasked.add(read(masked.readLine(), JsonNode.class), read(line, JsonNode.class));
                clues++;
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        return new Opening(OpeningKind.CLUES_OF_RUN, run.id(), "", clues, unmasked);
    }

    private BufferedReader masked(Run run) throws IOException {
        return Files.newBufferedReader(files.answer(run).maskedLines());
    }

    private static String line(int number, Lines lines) {
        try (BufferedReader reader = lines.open()) {
            String line = reader.readLine();
            for (int before = 1; before < number && line != null; before++) {
                line = reader.readLine();
            }
            return Optional.ofNullable(line).orElseThrow(Refusal::notThere);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static RuntimeException unreadable(IOException failure) {
        return failure instanceof SealException ? KeptResult.unreadable() : new UncheckedIOException(failure);
    }

    private static <T> T read(String line, Class<T> type) {
        try {
            return Json.read(line, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
