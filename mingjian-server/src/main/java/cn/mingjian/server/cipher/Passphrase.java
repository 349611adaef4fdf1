package cn.mingjian.server.cipher;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** What a person knows and a sealed file is opened with: at least twelve characters. */
public record Passphrase(String text) implements Wrapping {

    private static final int SHORTEST = 12;
    private static final int KEY_BYTES = 32;
    private static final int FORM = 1;
    private static final int SALT_BYTES = 16;
    private static final int COST_BYTES = 3 * Integer.BYTES;

    /** @throws ProblemException when it is too short */
    public Passphrase {
        if (text.codePointCount(0, text.length()) < SHORTEST) {
            throw new ProblemException(Place.of(""), "server.passphrase-short", SHORTEST);
        }
    }

    @Override
    public int form() {
        return FORM;
    }

    @Override
    public int parameterBytes() {
        return COST_BYTES + SALT_BYTES;
    }

    /** What a guess costs, and a salt. */
    @Override
    public byte[] parameters(SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return ByteBuffer.allocate(parameterBytes())
                .putInt(Cost.USUAL.kibibytes())
                .putInt(Cost.USUAL.passes())
                .putInt(Cost.USUAL.lanes())
                .put(salt)
                .array();
    }

    @Override
    public Key key(byte[] parameters) throws SealException {
        ByteBuffer fields = ByteBuffer.wrap(parameters);
        Cost cost = new Cost(fields.getInt(), fields.getInt(), fields.getInt());
        if (!cost.bearable()) {
            throw new SealException(SealException.Fault.CHANGED);
        }
        return Chunks.key(key(Arrays.copyOfRange(parameters, COST_BYTES, parameters.length), cost));
    }

    /** The key that it stands for: Argon2id, version 1.3 (RFC 9106). */
    private byte[] key(byte[] salt, Cost cost) {
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.kibibytes())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] key = new byte[KEY_BYTES];
        argon.generateBytes(text.getBytes(StandardCharsets.UTF_8), key);
        return key;
    }

    /**
     * What one guess costs.
     *
     * @param kibibytes of memory
     */
    record Cost(int kibibytes, int passes, int lanes) {

        private static final int MOST_KIBIBYTES = 1 << 20;
        private static final int MOST_PASSES = 16;
        private static final int MOST_LANES = 16;

        /** The second recommended choice of RFC 9106, section 4: for where memory is scarce. */
        static final Cost USUAL = new Cost(1 << 16, 3, 4);

        /** Whether a file may ask for it: one that somebody else wrote must not fill the memory. */
        boolean bearable() {
            return kibibytes > 0
                    && kibibytes <= MOST_KIBIBYTES
                    && passes > 0
                    && passes <= MOST_PASSES
                    && lanes > 0
                    && lanes <= MOST_LANES;
        }
    }

    /** Never its text. */
    @Override
    public String toString() {
        return "Passphrase";
    }
}
