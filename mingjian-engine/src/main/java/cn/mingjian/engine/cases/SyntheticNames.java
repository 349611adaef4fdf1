package cn.mingjian.engine.cases;

import cn.mingjian.functions.CreditCode;
import cn.mingjian.functions.IdNumber;
import cn.mingjian.model.yaml.YamlMap;
import java.util.HashMap;
import java.util.Map;

/** Short names of a case file, each standing for a valid synthetic number of region 110101. */
final class SyntheticNames {

    private static final String REGION = "110101";

    private final Map<String, String> numbers = new HashMap<>();

    static SyntheticNames read(YamlMap defaults) {
        SyntheticNames names = new SyntheticNames();
        YamlMap persons = defaults.mapOrEmpty("persons");
        for (String name : persons.keys()) {
            YamlMap person = persons.mapOrEmpty(name);
            person.allow(java.util.List.of("birth", "sex"));
            String birth = person.requireText("birth").replace("-", "");
            boolean male = !person.text("sex").orElse("M").equals("F");
            names.numbers.put(name, person(birth, male, names.numbers.size()));
        }
        for (String name : defaults.mapOrEmpty("companies").keys()) {
            names.numbers.put(name, company(names.numbers.size()));
        }
        return names;
    }

    private static String person(String birth, boolean male, int number) {
        String order = String.format("%03d", 2 * number + (male ? 1 : 2));
        String body = REGION + birth + order;
        return withCheck(body, "0123456789X", IdNumber::isValid);
    }

    private static String company(int number) {
        String body = "91" + REGION + "MA" + String.format("%07d", number + 1);
        return withCheck(body, "0123456789ABCDEFGHJKLMNPQRTUWXY", CreditCode::isValid);
    }

    private static String withCheck(String body, String signs, java.util.function.Predicate<String> valid) {
        for (int i = 0; i < signs.length(); i++) {
            if (valid.test(body + signs.charAt(i))) {
                return body + signs.charAt(i);
            }
        }
        return body;
    }

    /** The number behind a short name; other texts stay. */
    String resolve(String text) {
        return numbers.getOrDefault(text, text);
    }
}
