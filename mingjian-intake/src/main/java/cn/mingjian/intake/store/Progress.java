package cn.mingjian.intake.store;

import cn.mingjian.model.event.Event;

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

    /**
     * An import goes over to another phase: it reads a file and writes what it can of the part; it has read the file and
     * writes the rest of the part; it writes the manifest; it gives the version its name.
     */
    default void phase(Event.Progress begun) {}

    /** The stop that whoever listens may give. */
    default Stop stopping() {
        return Stop.NEVER;
    }
}
