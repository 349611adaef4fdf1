package cn.mingjian.model.law;

import java.util.List;
import java.util.Optional;

/** An article as printed: its paragraphs (款), each with its items (项). */
public record Article(ArticleNumber number, List<Paragraph> paragraphs) {

    /** A paragraph: its own words, then its items. */
    public record Paragraph(String words, List<String> items) {

        private String whole() {
            return items.isEmpty() ? words : words + "\n" + String.join("\n", items);
        }
    }

    /** The words of a provision in this article; empty where the article has no such paragraph or item. */
    public Optional<String> words(Provision provision) {
        if (provision.paragraph() == 0 && provision.item() == 0) {
            return Optional.of(
                    String.join("\n", paragraphs.stream().map(Paragraph::whole).toList()));
        }
        int paragraph = Math.max(1, provision.paragraph());
        if (paragraph > paragraphs.size()) {
            return Optional.empty();
        }
        Paragraph found = paragraphs.get(paragraph - 1);
        if (provision.item() == 0) {
            return Optional.of(found.whole());
        }
        return provision.item() > found.items().size()
                ? Optional.empty()
                : Optional.of(found.items().get(provision.item() - 1));
    }
}
