package cn.mingjian.server.seal;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.cipher.InstallationKey;
import cn.mingjian.server.cipher.Passphrase;
import cn.mingjian.server.cipher.SealException;
import cn.mingjian.server.installation.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Set;

/** Gives an installation its key, and that key to whoever is to unlock it; while no server runs. */
public final class Sealing {

    private static final Actor MACHINE = new Actor(0, Actor.Kind.SYSTEM, 0, 0, Set.of());
    /** What acts say it is done to. */
    static final String ID = "seal";

    private final SealKey file;
    private final Path place;
    private final Acts acts;

    /** @param acts of the installation */
    public Sealing(ServerSettings settings, Acts acts) {
        this.file = new SealKey(settings);
        this.place = settings.state();
        this.acts = acts;
    }

    /** Under what the key is kept. */
    public interface Keeper {
        void keep(SealKey file, InstallationKey key) throws IOException;
    }

    /** A person who knows a passphrase. */
    public static Keeper keeper(Passphrase passphrase) {
        return (file, key) -> file.keep(key, passphrase);
    }

    /**
     * A person who has a device and knows its PIN.
     *
     * @param configuration a file for Java's provider SunPKCS11
     */
    public static Keeper keeper(Path configuration, String pin) {
        return (file, key) -> file.keep(key, configuration, pin);
    }

    /** Whether there is a key. */
    public boolean begun() {
        return file.there();
    }

    /** Makes the key. */
    public InstallationKey begin(Keeper keeper) {
        InstallationKey key = InstallationKey.make(new SecureRandom());
        keep(key, keeper, "installation.seal");
        return key;
    }

    /**
     * The key that is there.
     *
     * @param word the passphrase, or the PIN of the device
     * @throws ProblemException when it is another
     */
    public InstallationKey open(String word) {
        try {
            return file.open(word);
        } catch (SealException e) {
            throw new ProblemException(Place.of(place.toString()), "server.seal-word-wrong");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the key to somebody else: what was right before is wrong from now on. */
    public void handOver(InstallationKey key, Keeper keeper) {
        keep(key, keeper, "installation.seal-anew");
    }

    private void keep(InstallationKey key, Keeper keeper, String act) {
        acts.write(MACHINE, Act.of(act, "installation", ID), () -> {
            try {
                keeper.keep(file, key);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
