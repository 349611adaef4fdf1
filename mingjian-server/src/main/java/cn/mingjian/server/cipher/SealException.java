package cn.mingjian.server.cipher;

import java.io.IOException;

/** A sealed file cannot be opened, or not to its end; what was read of it so far is not to be trusted. */
public final class SealException extends IOException {

    private static final long serialVersionUID = 1;

    private final Fault fault;

    /** What is wrong with it. */
    public enum Fault {
        /** It is no sealed file. */
        NOT_SEALED("server.sealed-none"),
        /** A later version of the product wrote it. */
        NEWER_FORM("server.sealed-newer"),
        /** The passphrase is another, the head of the file was changed, or it lies in the place of another: which, cannot be told. */
        OTHER_PASSPHRASE("server.sealed-passphrase"),
        /** It was sealed in another way, by a passphrase or for an installation. */
        OTHER_WAY("server.sealed-otherwise"),
        /** It was sealed under the key of another installation. */
        OTHER_INSTALLATION("server.sealed-elsewhere"),
        /** A byte of it was changed. */
        CHANGED("server.sealed-changed"),
        /** Its end is missing, or a byte of it was changed: the two cannot be told apart. */
        CUT_OFF("server.sealed-cut");

        private final String code;

        Fault(String code) {
            this.code = code;
        }

        /** The code of the sentence that says so. */
        public String code() {
            return code;
        }
    }

    public SealException(Fault fault) {
        super(fault.name());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
