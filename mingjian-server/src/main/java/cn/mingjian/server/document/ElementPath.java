package cn.mingjian.server.document;

import cn.mingjian.documents.template.ElementRule;
import cn.mingjian.documents.template.ElementRule.Scope;
import cn.mingjian.documents.template.Template;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which element of a document is meant: {@code court}, {@code judges[1]}, {@code defendants[0].months}. Behind the last of
 * several stands {@code [+]}.
 *
 * @param defendant number from 1, or 0 for the document
 * @param item which of several, from 0; empty for one more, and for an element that stands once
 */
record ElementPath(ElementRule rule, int defendant, OptionalInt item) {

    private static final Pattern WRITTEN =
            Pattern.compile("(?:defendants\\[(\\d{1,4})]\\.)?([a-z_]{1,60})(?:\\[(\\+|\\d{1,5})])?");

    static ElementPath of(ElementRule rule, int defendant, int item) {
        return new ElementPath(rule, defendant, OptionalInt.of(item));
    }

    static ElementPath of(ElementRule rule, int defendant) {
        return new ElementPath(rule, defendant, OptionalInt.empty());
    }

    /** The element that a text names; empty when the template has none such. */
    static Optional<ElementPath> read(String text, Template template) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean ofDefendant = matcher.group(1) != null;
        int defendant = ofDefendant ? Integer.parseInt(matcher.group(1)) + 1 : 0;
        String field = matcher.group(2);
        String item = matcher.group(3);
        return template.elements().values().stream()
                .filter(rule -> rule.field().equals(field))
                .filter(rule -> (rule.scope() == Scope.DEFENDANT) == ofDefendant)
                .filter(rule -> rule.times().several() == (item != null))
                .findFirst()
                .map(rule -> item == null || item.equals("+")
                        ? of(rule, defendant)
                        : of(rule, defendant, Integer.parseInt(item)));
    }

    /** It as text. */
    String text() {
        String field = (defendant == 0 ? "" : "defendants[" + (defendant - 1) + "].") + rule.field();
        if (!rule.times().several()) {
            return field;
        }
        return field + "[" + (item.isPresent() ? String.valueOf(item.getAsInt()) : "+") + "]";
    }
}
