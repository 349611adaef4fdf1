package cn.mingjian.documents.source;

import java.util.Optional;

/** The formats that are no plain text, by their first bytes. */
enum OfficeFormat {
    PDF,
    WORD,
    OLD_WORD;

    static Optional<OfficeFormat> of(byte[] start) {
        if (starts(start, '%', 'P', 'D', 'F')) {
            return Optional.of(PDF);
        }
        if (starts(start, 'P', 'K', 3, 4)) {
            return Optional.of(WORD);
        }
        return starts(start, 0xD0, 0xCF, 0x11, 0xE0) ? Optional.of(OLD_WORD) : Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
