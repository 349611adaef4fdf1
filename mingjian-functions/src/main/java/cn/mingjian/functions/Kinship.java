package cn.mingjian.functions;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Degrees of kinship (亲等): births that lie between two persons, counted up to the common ancestor and down again.
 *
 * <p>A spouse has degree 0; relatives by marriage have the degree of the spouse through whom they are related; adoptive and
 * step relations count as those of blood (民法典 第一千零七十二条, 第一千一百一十一条). Who is a guardian without being a relative
 * has no degree.
 */
public final class Kinship {
    private static final Map<String, Long> DEGREES = degrees();

    private Kinship() {}

    /**
     * The degree of a relation as registers name it ({@code 父亲}, {@code 祖父母}, {@code 成年兄姐}, {@code 外甥女}, {@code 次子}),
     * by what the one is to the other or by both ({@code 母女}, {@code 叔侄}); null for a word that names no kin or is not known.
     */
    public static @Nullable Long degreeOf(String relation) {
        String name = Names.normal(relation);
        if (name == null) {
            return null;
        }
        Long degree = DEGREES.get(name);
        return degree != null ? degree : DEGREES.get(core(name));
    }

    /** The relation without adoption, step, age and birth order: 养父, 继母, 成年兄姐, 长子, 三女, 堂兄弟 stays. */
    private static String core(String name) {
        String core = name.startsWith("成年") ? name.substring(2) : name;
        if (core.length() > 1 && "养继".indexOf(core.charAt(0)) >= 0) {
            core = core.substring(1);
        }
        if (core.length() == 2 && "长次大二三四五六七八九小幺独亲生".indexOf(core.charAt(0)) >= 0) {
            core = core.substring(1);
        }
        return core;
    }

    private static Map<String, Long> degrees() {
        Map<String, Long> degrees = new HashMap<>();
        put(degrees, 0, "配偶 夫 妻 丈夫 妻子 夫妻 爱人 本人");
        put(degrees, 1, "父 母 父亲 母亲 父母 爸爸 妈妈 子 女 儿子 女儿 子女 儿女 养子女 继子女 婚生子女 非婚生子女");
        put(degrees, 1, "公公 婆婆 公婆 岳父 岳母 岳父母 儿媳 媳 女婿 婿 养父母 继父母");
        put(degrees, 2, "兄 弟 姐 妹 姊 哥哥 弟弟 姐姐 妹妹 兄弟 姐妹 姊妹 兄弟姐妹 兄姐 弟妹 哥 兄、弟、姐、妹");
        put(degrees, 2, "祖父 祖母 祖父母 爷爷 奶奶 外祖父 外祖母 外祖父母 外公 外婆 姥爷 姥姥 祖父母或外祖父母");
        put(degrees, 2, "孙 孙子 孙女 孙子女 外孙 外孙子 外孙女 外孙子女 孙子、孙女或外孙子、外孙女");
        put(degrees, 2, "嫂 嫂子 姐夫 弟媳 妹夫 大伯子 小叔子 大姑子 小姑子 内兄 内弟 大舅子 小舅子 大姨子 小姨子 孙媳 孙女婿");
        put(degrees, 3, "曾祖父 曾祖母 曾祖父母 外曾祖父 外曾祖母 外曾祖父母 曾孙 曾孙女 曾孙子女 外曾孙 外曾孙女 外曾孙子女");
        put(degrees, 3, "伯 叔 伯父 叔父 叔叔 伯伯 姑 姑母 姑姑 舅 舅父 舅舅 姨 姨母 姨妈 阿姨 伯叔姑舅姨");
        put(degrees, 3, "伯母 婶 婶母 婶婶 姑父 姑夫 舅母 舅妈 姨父 姨夫 侄 侄子 侄儿 侄女 侄子女 外甥 外甥女 外甥子女 侄媳 侄女婿");
        put(degrees, 4, "堂兄 堂弟 堂姐 堂妹 堂兄弟 堂姐妹 堂兄弟姐妹 堂哥 表兄 表弟 表姐 表妹 表兄弟 表姐妹 表兄弟姐妹 表哥");
        put(degrees, 0, "夫妇");
        put(degrees, 1, "父子 父女 母子 母女 婆媳 翁婿 翁媳");
        put(degrees, 2, "兄妹 姐弟 姊弟 祖孙 爷孙 祖孙女 外祖孙");
        put(degrees, 3, "叔侄 伯侄 姑侄 叔侄女 舅甥 姨甥 甥舅 姨甥女");
        put(degrees, 4, "堂兄妹 堂姐弟 表兄妹 表姐弟");
        return Map.copyOf(degrees);
    }

    private static void put(Map<String, Long> degrees, long degree, String relations) {
        for (String relation : relations.split(" ", -1)) {
            degrees.put(relation, degree);
        }
    }
}
