package cn.mingjian.model.table;

import cn.mingjian.model.Words;
import cn.mingjian.model.contract.ColumnType;
import java.util.Map;

/**
 * A column of a reference table.
 *
 * @param scale digits behind the point: 2 for money, 6 for a quantity unless the table says otherwise, else 0
 * @param unit such as {@code kg}, or empty
 * @param codes for a code column, value to label; else empty
 */
public record TableColumn(
        String name, ColumnType type, int scale, Words title, String unit, Map<String, Words> codes) {}
