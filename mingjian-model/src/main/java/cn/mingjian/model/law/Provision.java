package cn.mingjian.model.law;

/**
 * A place in the text of a law: an article, one of its paragraphs (款), an item (项) of a paragraph.
 *
 * @param paragraph from 1, or 0 for the whole article
 * @param item from 1, or 0 for the whole paragraph; without a paragraph it is an item of the first one
 */
public record Provision(ArticleNumber article, int paragraph, int item) {

    /** The whole article. */
    public Provision ofArticle() {
        return new Provision(article, 0, 0);
    }

    /** The same paragraph and item of another article. */
    Provision in(ArticleNumber other) {
        return new Provision(other, paragraph, item);
    }

    @Override
    public String toString() {
        return article + (paragraph == 0 ? "" : "." + paragraph) + (item == 0 ? "" : "(" + item + ")");
    }
}
