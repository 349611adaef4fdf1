package cn.mingjian.running.output;

import cn.mingjian.model.law.ArticleNumber;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Provisions as a person quotes them. */
public final class QuotedLaw {

    private static final Pattern PROVISION = Pattern.compile("(\\d+(?:-\\d+)?)(?:\\.(\\d+))?(?:\\((\\d+)\\))?");

    private QuotedLaw() {}

    /**
     * Law, text, article, paragraph, item.
     *
     * @param law such as {@code 刑法@2023}
     * @param article such as {@code 133-1} or {@code 178.1(2)}; what is written otherwise is quoted as it is
     */
    public static String provision(String law, String article, Language language) {
        String name = law.replaceFirst("@.*", "");
        String text = law.substring(Math.min(law.length(), name.length() + 1));
        Matcher parts = PROVISION.matcher(article);
        String quoted = Messages.text(language, "output.law-text", name, text);
        if (!parts.matches()) {
            return quoted + article;
        }
        String number = language == Language.ZH
                ? ArticleNumber.parse(parts.group(1)).map(ArticleNumber::label).orElse(parts.group(1))
                : Messages.text(language, "output.article", parts.group(1));
        return quoted
                + number
                + (parts.group(2) == null ? "" : Messages.text(language, "output.paragraph", parts.group(2)))
                + (parts.group(3) == null ? "" : Messages.text(language, "output.item", parts.group(3)));
    }
}
