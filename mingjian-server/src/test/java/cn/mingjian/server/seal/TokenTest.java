package cn.mingjian.server.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.mingjian.server.cipher.InstallationKey;
import cn.mingjian.server.cipher.Passphrase;
import cn.mingjian.server.cipher.SealException;
import cn.mingjian.server.installation.ServerSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.KeyStore;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.KeyGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key of an installation in the hands of a device: SoftHSM, which is one in software. */
class TokenTest {

    private static final String PIN = "482913";
    private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final Passphrase PASSPHRASE = new Passphrase("what the second person knows");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path folder;

    private static Path configuration;
    private static Path empty;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path data;

    private final InstallationKey key = InstallationKey.make(new SecureRandom());

    @SuppressWarnings("NullAway.Init") // made before each test
    private SealKey file;

    @BeforeEach
    void openTheFile() {
        file = new SealKey(new ServerSettings(data, data, null, null));
    }

    @BeforeAll
    static void makeADevice() throws Exception {
        assumeTrue(Files.exists(LIBRARY), "SoftHSM is not there");
        Path tokens = Files.createDirectory(folder.resolve("tokens"));
        Files.writeString(Path.of(System.getenv("SOFTHSM2_CONF")), "directories.tokendir = " + tokens + "\n");
        configuration = device("Office");
        empty = device("Empty");
        makeAKey();
    }

    /** The file about a new device. */
    private static Path device(String name) throws Exception {
        String made = tool("--init-token", "--free", "--label", name, "--so-pin", "7391", "--pin", PIN);
        Matcher slot = Pattern.compile("slot (\\d+)").matcher(made);
        assertThat(slot.find()).as(made).isTrue();
        return Files.writeString(folder.resolve(name), """
                name = %s
                library = %s
                slot = %s
                attributes(generate, CKO_SECRET_KEY, CKK_AES) = {
                  CKA_SENSITIVE = true
                  CKA_EXTRACTABLE = false
                }
                """.formatted(name, LIBRARY, slot.group(1)));
    }

    /** As the tools of a device do. */
    private static void makeAKey() throws Exception {
        Provider device = Security.getProvider("SunPKCS11").configure(configuration.toString());
        KeyStore keys = KeyStore.getInstance("PKCS11", device);
        keys.load(null, PIN.toCharArray());
        KeyGenerator generator = KeyGenerator.getInstance("AES", device);
        generator.init(256);
        keys.setEntry(Token.LABEL, new KeyStore.SecretKeyEntry(generator.generateKey()), null);
        ((AuthProvider) device).logout();
    }

    private static String tool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("softhsm2-util"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void shouldKeepTheKeyUnderTheDeviceAndOpenItWithItsPinAlone() throws Exception {
        file.keep(key, configuration, PIN);

        assertThat(file.open(PIN).bytes()).isEqualTo(key.bytes());
        assertThatThrownBy(() -> file.open("000000")).isInstanceOf(SealException.class);
        assertThat(file.open(PIN).bytes()).isEqualTo(key.bytes());
        assertThat(new String(Files.readAllBytes(state().resolve("seal.key")), StandardCharsets.ISO_8859_1))
                .startsWith("MJSEALED")
                .doesNotContain(new String(key.bytes(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void shouldHandTheKeyFromAPassphraseToADeviceAndBack() throws Exception {
        file.keep(key, PASSPHRASE);

        file.keep(key, configuration, PIN);

        assertThatThrownBy(() -> file.open(PASSPHRASE.text())).isInstanceOf(SealException.class);
        assertThat(file.open(PIN).bytes()).isEqualTo(key.bytes());

        file.keep(key, PASSPHRASE);

        assertThatThrownBy(() -> file.open(PIN)).isInstanceOf(SealException.class);
        assertThat(file.open(PASSPHRASE.text()).bytes()).isEqualTo(key.bytes());
        assertThat(state().resolve("seal.token")).doesNotExist();
    }

    @Test
    void shouldSayWhenTheDeviceHasNoSuchKeyOrIsNone() throws Exception {
        Path none = Files.writeString(data.resolve("none.cfg"), "name = None\nlibrary = /nowhere/lib.so\n");

        assertThatThrownBy(() -> file.keep(key, none, PIN)).hasMessageContaining("device cannot be used");
        assertThatThrownBy(() -> file.keep(key, empty, PIN)).hasMessageContaining("no key of the label");
        assertThat(file.there()).isFalse();
    }

    private Path state() {
        return data.resolve("state");
    }
}
