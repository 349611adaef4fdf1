package cn.mingjian.server.seal;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.server.cipher.SealException;
import cn.mingjian.server.cipher.SealException.Fault;
import cn.mingjian.server.cipher.TokenKey;
import java.io.IOException;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import javax.crypto.SecretKey;
import javax.security.auth.login.LoginException;

/**
 * A device that keeps a key and never gives it away, reached through PKCS#11. The key is made with the tools of the device:
 * AES of 256 bits under the label {@value #LABEL}.
 */
final class Token implements AutoCloseable {

    static final String LABEL = "mingjian-seal";

    private static final String KIND = "PKCS11";

    private final AuthProvider device;
    private final TokenKey key;

    private Token(AuthProvider device, TokenKey key) {
        this.device = device;
        this.key = key;
    }

    /**
     * Enters it.
     *
     * @param configuration a file for Java's provider SunPKCS11: name, library, slot
     * @throws SealException when the PIN is another
     * @throws ProblemException when the device cannot be used, or has no such key
     */
    static Token enter(Path configuration, String pin) throws IOException {
        try {
            AuthProvider device = device(configuration);
            KeyStore store = KeyStore.getInstance(KIND, device);
            store.load(null, pin.toCharArray());
            if (store.getKey(LABEL, null) instanceof SecretKey key) {
                return new Token(device, new TokenKey(key));
            }
            device.logout();
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException || e.getCause() instanceof LoginException) {
                throw new SealException(Fault.OTHER_PASSPHRASE);
            }
            throw unusable(configuration, e);
        } catch (GeneralSecurityException | InvalidParameterException | ProviderException e) {
            throw unusable(configuration, e);
        }
        throw new ProblemException(Place.of(configuration.toString()), "server.token-no-key", LABEL);
    }

    /** The key, which can be used until this is closed. */
    TokenKey key() {
        return key;
    }

    /** Whoever comes next types the PIN anew. */
    @Override
    public void close() {
        try {
            device.logout();
        } catch (LoginException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A device of a configuration; one of the same name is taken again. */
    private static AuthProvider device(Path configuration) {
        Provider made = Security.getProvider("SunPKCS11").configure(configuration.toString());
        Provider there = Security.getProvider(made.getName());
        if (there == null) {
            Security.addProvider(made);
        }
        return (AuthProvider) (there == null ? made : there);
    }

    private static ProblemException unusable(Path configuration, Exception failure) {
        return new ProblemException(
                Place.of(configuration.toString()),
                "server.token-unusable",
                failure.getClass().getSimpleName());
    }
}
