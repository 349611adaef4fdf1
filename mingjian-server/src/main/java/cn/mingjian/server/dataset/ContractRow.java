package cn.mingjian.server.dataset;

import cn.mingjian.model.Words;
import java.util.List;

/**
 * A contract of the library as data can be brought for it.
 *
 * @param owner code of the department that keeps the register
 * @param sensitivity of its most protected column
 * @param uses the models that it serves; without any nothing of it may be stored
 */
record ContractRow(String id, String version, Words title, String owner, String sensitivity, List<ContractUse> uses) {

    /** A model that uses it, with how many of its columns. */
    record ContractUse(String model, Words title, Words duty, int columns) {}
}
