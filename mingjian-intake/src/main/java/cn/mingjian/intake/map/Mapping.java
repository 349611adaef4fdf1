package cn.mingjian.intake.map;

import cn.mingjian.model.problem.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How a delivery becomes the rows of a contract (字段映射): a recipe that can be replayed.
 *
 * @param contract id of the contract
 * @param columns by the contract's column name; a column that is not named is found by its own headings
 * @param missing texts that mean "nothing was entered"
 * @param sheet the sheet that holds the table, where a workbook has several
 * @param headerRow the row or line of the headings, where they cannot be found
 * @param written where the recipe says from which heading a column comes; nothing where no person wrote it
 */
public record Mapping(
        String contract,
        Map<String, ColumnMapping> columns,
        Set<String> missing,
        Optional<String> sheet,
        OptionalLong headerRow,
        Map<String, Place> written) {

    /** What offices write where they have nothing to enter. A code list that holds one of these as a code wins. */
    public static final List<String> USUAL_MISSING = List.of(
            "N/A", "n/a", "#N/A", "NA", "NULL", "null", "Null", "\\N", "None", "-", "--", "---", "—", "——", "/", "//",
            "\\", "无", "空", "无数据", "未填写", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!");

    /** No recipe: headings by the contract's names, the usual marks for missing values. */
    public static Mapping none(String contract) {
        return new Mapping(
                contract, Map.of(), Set.copyOf(USUAL_MISSING), Optional.empty(), OptionalLong.empty(), Map.of());
    }

    /** How one column is read. */
    public ColumnMapping column(String name) {
        return columns.getOrDefault(name, ColumnMapping.PLAIN);
    }
}
