package cn.mingjian.documents.value;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;

/**
 * An earlier conviction as judgments tell it: {@code 2015年3月18日因犯贩卖毒品罪被某法院判处有期徒刑二年，并处罚金人民币3000元，2016年8月4日刑满释放}.
 *
 * @param charges as written
 * @param sentenced when it was sentenced
 * @param kind main penalty to be executed, as written
 * @param months its length
 * @param probation whether it was suspended
 * @param released when the sentence had been served (刑满释放, not 假释)
 */
public record ConvictionText(
        List<String> charges,
        Optional<PeriodText> sentenced,
        Optional<String> kind,
        Optional<Integer> months,
        boolean probation,
        Optional<PeriodText> released) {

    private static final String DAY =
            "((?:[12][0-9O]{3}|[一二][〇零一二三四五六七八九O0]{3}) ?年 ?[0-9O一二三四五六七八九十]{1,3} ?月(?: ?[0-9O一二三四五六七八九十]{1,3} ?日)?)";
    private static final Pattern SENTENCED = Pattern.compile(DAY);
    private static final Pattern RELEASED = Pattern.compile(DAY + "[^，。；年假]{0,8}?(?:刑满|释放)");
    private static final Pattern CHARGES = Pattern.compile("犯([^，。；]{2,60}?罪)(?:，|于|被|判处|（|$)");
    private static final Pattern PENALTY =
            Pattern.compile("(有期徒刑|拘役|管制|无期徒刑|死刑)((?:[0-9一二三四五六七八九十]{1,3}年)?" + "(?:[零又]?[0-9一二三四五六七八九十]{1,3}个?月)?)");

    /** What the words say. */
    public static ConvictionText of(String words) {
        int executed = Math.max(words.lastIndexOf("决定执行"), words.indexOf("判处"));
        String penalty = words.substring(Math.max(executed, 0));
        Matcher kind = PENALTY.matcher(penalty);
        boolean told = kind.find();
        return new ConvictionText(
                charges(words),
                period(SENTENCED, words.substring(0, Math.max(words.indexOf("判处"), 0))),
                told ? Optional.of(kind.group(1)) : Optional.empty(),
                told ? LengthText.months(kind.group(2)) : Optional.empty(),
                words.contains("缓刑"),
                period(RELEASED, penalty));
    }

    private static List<String> charges(String words) {
        Matcher found = CHARGES.matcher(words);
        return found.find() ? found.group(1).replace("罪、", "罪\n").lines().toList() : List.of();
    }

    private static Optional<PeriodText> period(Pattern pattern, String words) {
        Matcher found = pattern.matcher(words);
        return found.find() ? PeriodText.parse(found.group(1)) : Optional.empty();
    }
}
