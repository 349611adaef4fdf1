package cn.mingjian.documents.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a sentencing recommendation asks for: {@code 有期徒刑六个月至一年}, {@code 一年以下有期徒刑或者拘役，并处罚金},
 * {@code 拘役二个月至三个月，并处罚金人民币二千元至三千元}, {@code 有期徒刑三年，缓刑四年}.
 */
public final class PenaltyRange {

    private static final String NUMBER = "[0-9一二三四五六七八九十两零]+";
    private static final String LENGTH = "(?:" + NUMBER + "年零?(?:" + NUMBER + "个?月)?(?:" + NUMBER + "[日天])?|" + NUMBER
            + "个月(?:" + NUMBER + "[日天])?|" + NUMBER + "年|" + NUMBER + "日)";
    private static final Pattern PROBATION = Pattern.compile("缓刑");
    private static final Pattern LENGTHS = Pattern.compile("(" + LENGTH + ")(以上|以下)?");
    private static final Pattern FINE = Pattern.compile("罚金");
    private static final Pattern SUMS = Pattern.compile("([0-9一二三四五六七八九十百千万两零〇,，.]+)(?:元|(?:至|到|-|—))(以上|以下)?");

    private PenaltyRange() {}

    /** The value {@code {min_months, max_months, fine_min, fine_max, probation}}, as far as the words say. */
    public static Optional<JsonNode> parse(String words) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        Matcher fine = FINE.matcher(words);
        boolean fined = fine.find();
        String main = fined ? words.substring(0, fine.start()) : words;
        Matcher probation = PROBATION.matcher(words);
        boolean onProbation = probation.find();
        if (onProbation && probation.start() < main.length()) {
            main = main.substring(0, probation.start());
        }
        months(main, value);
        if (fined) {
            sums(words.substring(fine.end()), value);
        }
        if (onProbation) {
            value.put("probation", true);
        }
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private static void months(String words, ObjectNode value) {
        Matcher lengths = LENGTHS.matcher(words);
        List<Integer> found = new ArrayList<>();
        Optional<Integer> least = Optional.empty();
        Optional<Integer> most = Optional.empty();
        while (lengths.find()) {
            Optional<Integer> months = LengthText.months(lengths.group(1));
            if (months.isEmpty()) {
                continue;
            }
            if ("以上".equals(lengths.group(2))) {
                least = months;
            } else if ("以下".equals(lengths.group(2))) {
                most = months;
            } else {
                found.add(months.get());
            }
        }
        if (!found.isEmpty()) {
            least = least.or(() -> Optional.of(found.get(0)));
            most = most.or(() -> Optional.of(found.get(found.size() - 1)));
        }
        least.ifPresent(months -> value.put("min_months", months));
        most.ifPresent(months -> value.put("max_months", months));
    }

    private static void sums(String words, ObjectNode value) {
        Matcher sums = SUMS.matcher(words);
        List<BigDecimal> found = new ArrayList<>();
        while (sums.find()) {
            MoneyText.yuan(sums.group(1) + "元").ifPresent(found::add);
        }
        if (!found.isEmpty()) {
            value.put("fine_min", found.get(0));
            value.put("fine_max", found.get(found.size() - 1));
        }
    }
}
