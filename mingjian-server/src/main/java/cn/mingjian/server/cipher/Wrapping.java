package cn.mingjian.server.cipher;

import java.security.Key;
import java.security.SecureRandom;

/** What wraps the keys of sealed files, each of which has one of its own. */
public sealed interface Wrapping permits Passphrase, TokenKey, InstallationKey {

    /** The numbers that forms of heads have so far. */
    int LAST_FORM = 3;

    /** The number of the form of the heads that it makes. */
    int form();

    /** How many bytes of a head say how its key is found again. */
    int parameterBytes();

    /** These bytes, for a new file. */
    byte[] parameters(SecureRandom random);

    /**
     * The key that wraps.
     *
     * @param parameters as the head of a file has them, not to be trusted yet
     * @throws SealException when they cannot be its own
     */
    Key key(byte[] parameters) throws SealException;

    /** What a file belongs to: put in the place of another, it is not opened. */
    default byte[] place() {
        return new byte[0];
    }
}
