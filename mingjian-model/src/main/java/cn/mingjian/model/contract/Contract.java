package cn.mingjian.model.contract;

import cn.mingjian.model.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A standard table (数据标准): what an office delivers or another contract is built from.
 *
 * @param version major.minor.patch; models name the major
 * @param owner code of the department that keeps the register
 * @param key columns that identify a row
 * @param datedBy the column that dates a row, if any
 * @param columns by name, in the contract's order
 * @param derived how the rows are built when no office delivers them, if they can be
 */
public record Contract(
        String id,
        String version,
        Words title,
        String owner,
        List<String> key,
        Optional<String> datedBy,
        Map<String, Column> columns,
        Optional<Derivation> derived) {

    /** The first number of the version. */
    public int major() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    /** {@code id@major}, as models name it. */
    public String reference() {
        return id + "@" + major();
    }
}
