package cn.mingjian.server.installation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.installation.Volume.Encryption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders as Linux shows devices and mounts. */
class VolumeTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path root;

    private Path data;

    @BeforeEach
    void makeAFolderOnAVolume() throws IOException {
        data = Files.createDirectories(root.resolve("srv/data")).toRealPath();
    }

    @Test
    void shouldSeeAnEncryptedDevice() throws IOException {
        device("253:1", "CRYPT-LUKS2-0123-secret");
        mounts("8:1 / / ext4 /dev/sda1", "253:1 / " + data + " ext4 /dev/mapper/data");
        device("8:1", "");

        assertThat(encryption()).isEqualTo(Encryption.SEEN);
    }

    @Test
    void shouldSeeALogicalVolumeOnAnEncryptedDevice() throws IOException {
        device("253:2", "LVM-abc");
        Path below = root.resolve("sys/dev/block/253:2/slaves/dm-0/dm");
        Files.createDirectories(below);
        Files.writeString(below.resolve("uuid"), "CRYPT-LUKS2-1");
        mounts("253:2 / " + data + " xfs /dev/mapper/vg-data");

        assertThat(encryption()).isEqualTo(Encryption.SEEN);
    }

    @Test
    void shouldNotCallAVolumeEncryptedOfWhichOnePartIsOpen() throws IOException {
        device("253:2", "LVM-abc");
        Path parts = root.resolve("sys/dev/block/253:2/slaves");
        Files.createDirectories(parts.resolve("dm-0/dm"));
        Files.writeString(parts.resolve("dm-0/dm/uuid"), "CRYPT-LUKS2-1");
        Files.createDirectories(parts.resolve("sdb"));
        mounts("253:2 / " + data + " xfs /dev/mapper/vg-data");

        assertThat(encryption()).isEqualTo(Encryption.NONE);
    }

    @Test
    void shouldSayWhenADeviceIsNotEncrypted() throws IOException {
        device("8:1", "");
        mounts("8:1 / / ext4 /dev/sda1");

        assertThat(encryption()).isEqualTo(Encryption.NONE);
    }

    @Test
    void shouldNotKnowWhatAnotherMachineOrALayerKeeps() throws IOException {
        device("8:1", "");
        mounts("8:1 / / ext4 /dev/sda1", "0:50 / " + data + " nfs4 server:/data");
        assertThat(encryption()).isEqualTo(Encryption.UNKNOWN);

        mounts("0:60 / / overlay overlay");
        assertThat(encryption()).isEqualTo(Encryption.UNKNOWN);

        mounts("0:61 / / btrfs /dev/sdz9");
        assertThat(encryption()).isEqualTo(Encryption.UNKNOWN);
    }

    private Encryption encryption() {
        return Volume.encryption(data, root.resolve("proc"), root.resolve("sys"));
    }

    private void device(String number, String id) throws IOException {
        Path device = Files.createDirectories(root.resolve("sys/dev/block").resolve(number));
        if (!id.isEmpty()) {
            Files.createDirectories(device.resolve("dm"));
            Files.writeString(device.resolve("dm/uuid"), id + "\n");
        }
    }

    /** Lines of mountinfo: device, root, point, then kind and source. */
    private void mounts(String... lines) throws IOException {
        Files.createDirectories(root.resolve("proc/self"));
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            String[] words = line.split(" ");
            text.append("36 35 %s %s %s rw,noatime shared:1 - %s %s rw%n"
                    .formatted(words[0], words[1], words[2], words[3], words[4]));
        }
        Files.writeString(root.resolve("proc/self/mountinfo"), text);
    }
}
