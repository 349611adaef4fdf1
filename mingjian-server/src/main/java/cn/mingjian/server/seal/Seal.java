package cn.mingjian.server.seal;

import cn.mingjian.server.cipher.InstallationKey;
import cn.mingjian.server.cipher.SealException;
import cn.mingjian.server.installation.ServerSettings;
import cn.mingjian.server.problem.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether this installation seals what it keeps, and the key for it: in memory from the moment that somebody unlocks it until
 * the server ends, and in no setting. While it is locked nothing is opened and no run begins.
 */
@Component
public class Seal {

    private final SealKey file;
    private final List<Runnable> waiting = new ArrayList<>();
    private @Nullable InstallationKey key;

    Seal(ServerSettings settings) {
        this.file = new SealKey(settings);
    }

    /** How it stands. */
    public enum SealState {
        /** What is kept is not sealed. */
        NONE,
        /** Somebody is to unlock it. */
        LOCKED,
        OPEN
    }

    public synchronized SealState state() {
        if (key != null) {
            return SealState.OPEN;
        }
        return file.there() ? SealState.LOCKED : SealState.NONE;
    }

    /**
     * The key that seals; none where nothing is sealed.
     *
     * @throws Refusal when it is locked
     */
    public synchronized Optional<InstallationKey> key() {
        if (state() == SealState.LOCKED) {
            throw Refusal.of(423, "server.seal-locked");
        }
        return Optional.ofNullable(key);
    }

    /**
     * Unlocks it, and does what waited for it.
     *
     * @param word the passphrase, or the PIN of the device
     * @return whether it was the right one
     */
    public synchronized boolean unlock(String word) {
        try {
            key = file.open(word);
        } catch (SealException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        waiting.forEach(Runnable::run);
        waiting.clear();
        return true;
    }

    /** Does something once values can be kept: now, or when it is unlocked. */
    public synchronized void whenUnlocked(Runnable action) {
        if (state() == SealState.LOCKED) {
            waiting.add(action);
        } else {
            action.run();
        }
    }
}
