package cn.mingjian.server.administration;

import cn.mingjian.model.Words;
import java.util.List;

/**
 * One office.
 *
 * @param own whether it is the asking administrator's
 * @param kinds of departments that it has not yet
 */
record OfficePage(OfficeRow office, boolean own, List<DepartmentRow> departments, List<KindRow> kinds) {

    /** @param accounts those that nobody closed */
    record DepartmentRow(int id, Words name, long accounts) {}

    record KindRow(String id, Words name) {}
}
