package cn.mingjian.server.audit;

/** The last entry of the chain, or one that was the last when it was noted: by it a cut at the end is seen. */
public record ChainHead(long number, String sha256) {

    /** Whether an entry is the noted one. */
    boolean is(long entry, String digest) {
        return number == entry && sha256.equals(digest);
    }
}
