package cn.mingjian.server.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Keys and certificates made by the JDK's keytool: one of a server, and some of persons whom that server trusts. */
public final class Keys {

    private static final String PASSWORD = "only-for-the-test";
    private static final List<String> PERSONS = List.of("county-prosecutor", "stranger");

    private final Path folder;

    private Keys(Path folder) {
        this.folder = folder;
    }

    /** Made in a folder. */
    public static Keys of(Path folder) throws IOException, InterruptedException {
        Keys keys = new Keys(folder);
        keys.make("server", "localhost", List.of("-ext", "san=ip:127.0.0.1"));
        for (String person : PERSONS) {
            keys.make(person, person, List.of());
            Path certificate = folder.resolve(person + ".cer");
            keys.tool(List.of(
                    "-exportcert", "-alias", person, "-file", certificate.toString(), "-keystore", keys.file(person)));
            keys.tool(List.of(
                    "-importcert",
                    "-noprompt",
                    "-alias",
                    person,
                    "-file",
                    certificate.toString(),
                    "-keystore",
                    keys.file("trusted")));
        }
        return keys;
    }

    /** What a server is told to use them. */
    public List<String> ofServer() {
        return List.of(
                "--server.ssl.key-store=" + file("server"),
                "--server.ssl.key-store-password=" + PASSWORD,
                "--server.ssl.trust-store=" + file("trusted"),
                "--server.ssl.trust-store-password=" + PASSWORD,
                "--server.ssl.client-auth=want");
    }

    /** A browser that shows a person's certificate. */
    public HttpClient.Builder client(String person) {
        try {
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(store(person), PASSWORD.toCharArray());
            return client(own.getKeyManagers());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A browser without one. */
    public HttpClient.Builder nobody() {
        try {
            return client(new KeyManager[0]);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpClient.Builder client(KeyManager[] own) throws GeneralSecurityException, IOException {
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store("server"));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own, trusted.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context);
    }

    private KeyStore store(String name) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(file(name)))) {
            store.load(in, PASSWORD.toCharArray());
        }
        if (name.equals("server")) { // trusted by its certificate, which lies beside its key
            store.setCertificateEntry("trusted", store.getCertificate("server"));
        }
        return store;
    }

    private String file(String name) {
        return folder.resolve(name + ".p12").toString();
    }

    private void make(String alias, String name, List<String> more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "-genkeypair", "-alias", alias, "-dname", "CN=" + name, "-keyalg", "EC", "-keystore", file(alias)));
        command.addAll(more);
        tool(command);
    }

    private void tool(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }
}
