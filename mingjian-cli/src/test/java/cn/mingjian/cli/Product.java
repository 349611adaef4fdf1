package cn.mingjian.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** The product as a person calls it, with a data folder of its own. */
final class Product {

    static final String MODEL = "benefits-after-death-or-sentence";
    static final String DEAD = "11010519491231002X";
    static final String ALIVE = "110101199003070011";

    private final Path folder;

    Product(Path folder) {
        this.folder = folder;
    }

    /** What a call gave. */
    record Answer(int code, String out, String err) {}

    Answer call(Object... arguments) {
        System.setProperty(
                "mingjian.home", Path.of("..").toAbsolutePath().normalize().toString());
        System.setProperty("mingjian.data", data().toString());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), texts);
        return new Answer(code, out.toString(), err.toString());
    }

    /** Where the product keeps what it makes. */
    Path data() {
        return folder.resolve("product");
    }

    /** A delivery with Chinese headings: two payments after a death that two sources report. */
    Path delivery() throws IOException {
        Path delivery = Files.createDirectories(folder.resolve("交付"));
        Files.writeString(delivery.resolve("待遇发放.csv"), """
                公民身份号码,待遇种类,待遇所属月份,发放金额,发放账户,发放日期,发放状态,发放机构区划代码
                %2$s,职工基本养老金,2023-03,2600.00,6200000000000000017,2023-03-15,正常,340207
                %1$s,职工基本养老金,2023-03,"2,600.00",6200000000000000001,2023年3月15日,正常,340207
                %1$s,职工基本养老金,2023年4月,2600.00,6200000000000000001,2023-04-15,正常,340207
                """.formatted(DEAD, ALIVE));
        Files.writeString(delivery.resolve("死亡信息.csv"), """
                公民身份号码,死亡日期,信息来源,登记日期
                %1$s,2023-02-10,公安户口注销,2023-02-14
                %1$s,2023-02-10,殡葬火化,2023-02-12
                """.formatted(DEAD));
        Files.writeString(delivery.resolve("待遇领取资格认证.csv"), """
                公民身份号码,认证日期,认证方式,认证结果
                %s,2023-06-01,现场,通过
                """.formatted(ALIVE));
        Files.writeString(delivery.resolve("待遇追回.csv"), """
                公民身份号码,待遇种类,追回起始月份,追回截止月份,追回金额,追回日期
                %s,职工基本养老金,2022-01,2022-02,100.00,2022-05-01
                """.formatted(ALIVE));
        return delivery;
    }
}
