package cn.mingjian.sample;

/** Told after each register that was written. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (contract, rows, done, total) -> {};

    /**
     * A register stands in its file.
     *
     * @param contract id of its contract
     * @param rows rows written, header not counted
     * @param done registers written so far, this one included
     * @param total registers that will be written
     */
    void written(String contract, long rows, int done, int total);
}
