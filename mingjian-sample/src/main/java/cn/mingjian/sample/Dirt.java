package cn.mingjian.sample;

import cn.mingjian.sample.RegisterOrder.Format;

/**
 * How much dirt a level means.
 *
 * @param otherForms of 1,000 cells, how many are written in another way that offices use and cleaning undoes
 * @param twice of 1,000 rows, how many are delivered twice
 * @param ruined of 10,000 rows, how many hold a value that no cleaning can save
 * @param fileForms whether some files have Chinese headings or another encoding
 */
record Dirt(int otherForms, int twice, int ruined, boolean fileForms) {

    static Dirt of(int level) {
        return switch (level) {
            case 0 -> new Dirt(0, 0, 0, false);
            case 1 -> new Dirt(10, 0, 0, true);
            case 2 -> new Dirt(20, 3, 100, true);
            case 3 -> new Dirt(40, 5, 300, true);
            default -> throw new IllegalArgumentException("There is no level of dirt " + level + ".");
        };
    }

    boolean none() {
        return otherForms == 0;
    }

    /** One register comes in the encoding of an old system. */
    Format format(String contract) {
        return fileForms && contract.equals("admin_penalty") ? Format.CSV_GB18030 : Format.CSV;
    }

    /** Every third register comes with Chinese headings. */
    boolean chineseHeadings(String contract) {
        return fileForms && contract.chars().sum() % 3 == 0;
    }
}
