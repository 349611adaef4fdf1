package cn.mingjian.server.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.server.cipher.SealException.Fault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFileTest {

    private static final Passphrase PASSPHRASE = new Passphrase("correct horse battery staple");
    private static final int HEAD = 8 + 4 * 4 + 16 + 12 + 48;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Chunks.BYTES - 1, Chunks.BYTES, Chunks.BYTES + 1, 3 * Chunks.BYTES})
    void shouldGiveBackWhatWasSealed(int size) throws IOException {
        byte[] content = content(size);

        byte[] sealed = sealed(content);

        assertThat(opened(sealed, PASSPHRASE)).isEqualTo(content);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain(
                        new String(Arrays.copyOf(content, Math.max(16, size / 2)), StandardCharsets.ISO_8859_1));
    }

    @Test
    void shouldSealEachFileUnderAKeyOfItsOwn() throws IOException {
        byte[] content = content(100);

        assertThat(sealed(content)).isNotEqualTo(sealed(content));
    }

    /** A file sealed on 2026-11-22 with the passphrase of this test: what was sealed once is opened for ever. */
    @Test
    void shouldOpenAFileOfTheFirstForm() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(SealedFileTest.class.getResourceAsStream("/sealed/first-form.hex"))) {
            byte[] sealed = HexFormat.of().parseHex(new String(file.readAllBytes(), StandardCharsets.US_ASCII).strip());

            assertThat(opened(sealed, PASSPHRASE))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("明鉴\n");
        }
    }

    @Test
    void shouldSayThatThePassphraseIsAnother() throws IOException {
        assertFault(sealed(content(10)), new Passphrase("correct horse battery stable"), Fault.OTHER_PASSPHRASE);
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 45, 60, 80})
    void shouldRefuseAChangedHead(int at) throws IOException {
        assertFault(flipped(sealed(content(10)), at), PASSPHRASE, Fault.OTHER_PASSPHRASE);
    }

    @Test
    void shouldTellOtherFilesAndNewerFormsApart() throws IOException {
        assertFault(
                "no sealed file at all, but long enough to be one".getBytes(StandardCharsets.UTF_8),
                PASSPHRASE,
                Fault.NOT_SEALED);
        assertFault(new byte[0], PASSPHRASE, Fault.NOT_SEALED);
        assertFault(flipped(sealed(content(10)), 11), PASSPHRASE, Fault.NEWER_FORM);
    }

    /** Whoever writes a file must not make us take all memory for its key. */
    @Test
    void shouldRefuseAnUnbearableCost() throws IOException {
        assertFault(flipped(sealed(content(10)), 12), PASSPHRASE, Fault.CHANGED);
    }

    @Test
    void shouldFindEachChangeOfTheContent() throws IOException {
        byte[] sealed = sealed(content(2 * Chunks.BYTES));

        assertFault(flipped(sealed, HEAD), PASSPHRASE, Fault.CHANGED);
        assertFault(flipped(sealed, HEAD + Chunks.BYTES + Chunks.TAG_BYTES - 1), PASSPHRASE, Fault.CHANGED);
        assertFault(flipped(sealed, sealed.length - 1), PASSPHRASE, Fault.CUT_OFF);
        assertFault(swapped(sealed), PASSPHRASE, Fault.CHANGED);
        assertFault(Arrays.copyOf(sealed, sealed.length + 1), PASSPHRASE, Fault.CHANGED);
    }

    @Test
    void shouldFindAMissingEndWhereverItIsCut() throws IOException {
        byte[] sealed = sealed(content(2 * Chunks.BYTES));

        for (int length :
                new int[] {HEAD - 1, HEAD, HEAD + 1, HEAD + Chunks.BYTES + Chunks.TAG_BYTES, sealed.length - 1, 20}) {
            assertFault(Arrays.copyOf(sealed, length), PASSPHRASE, Fault.CUT_OFF);
        }
    }

    @Test
    void shouldOpenWhatAnInstallationKeepsInItsPlaceAlone() throws IOException {
        InstallationKey key = InstallationKey.make(new SecureRandom());
        byte[] content = content(10);
        byte[] sealed = sealed(content, key.at("runs/1"));

        assertThat(opened(sealed, InstallationKey.of(key.bytes()).at("runs/1"))).isEqualTo(content);
        assertFault(sealed, key.at("runs/2"), Fault.OTHER_PASSPHRASE);
        assertFault(sealed, InstallationKey.make(new SecureRandom()).at("runs/1"), Fault.OTHER_INSTALLATION);
        assertFault(sealed, PASSPHRASE, Fault.OTHER_WAY);
        assertFault(sealed(content), key, Fault.OTHER_WAY);
        assertThat(key.toString()).isEqualTo("InstallationKey");
    }

    @Test
    void shouldRefuseAShortPassphraseAndNeverShowOne() {
        assertThatThrownBy(() -> new Passphrase("short")).isInstanceOf(ProblemException.class);
        assertThat(PASSPHRASE.toString()).doesNotContain("horse");
    }

    private static void assertFault(byte[] sealed, Wrapping wrapping, Fault fault) {
        assertThatThrownBy(() -> opened(sealed, wrapping))
                .isInstanceOfSatisfying(
                        SealException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    private static byte[] sealed(byte[] content) throws IOException {
        return sealed(content, PASSPHRASE);
    }

    private static byte[] sealed(byte[] content, Wrapping wrapping) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (SealedOutput out = SealedOutput.begin(file, wrapping)) {
            out.write(content);
        }
        return file.toByteArray();
    }

    private static byte[] opened(byte[] sealed, Wrapping wrapping) throws IOException {
        try (SealedInput in = SealedInput.open(new ByteArrayInputStream(sealed), wrapping)) {
            return in.readAllBytes();
        }
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 0x40;
        return changed;
    }

    /** With its first two chunks in the other order. */
    private static byte[] swapped(byte[] sealed) {
        int chunk = Chunks.BYTES + Chunks.TAG_BYTES;
        byte[] changed = sealed.clone();
        System.arraycopy(sealed, HEAD, changed, HEAD + chunk, chunk);
        System.arraycopy(sealed, HEAD + chunk, changed, HEAD, chunk);
        return changed;
    }
}
