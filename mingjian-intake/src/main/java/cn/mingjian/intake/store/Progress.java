package cn.mingjian.intake.store;

/** Told now and then, from several threads, how far an import is. */
@FunctionalInterface
public interface Progress {

    /** Nobody listens. */
    Progress NONE = (source, rows, bytes, total) -> {};

    /**
     * Something was read.
     *
     * @param source the delivered file (and sheet) that is read
     * @param rows rows of it that were read so far
     * @param bytes bytes of it that were read so far
     * @param total its size
     */
    void at(String source, long rows, long bytes, long total);
}
