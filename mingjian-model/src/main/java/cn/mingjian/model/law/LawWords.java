package cn.mingjian.model.law;

import cn.mingjian.model.law.Article.Paragraph;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the words of a text from its file ({@code library/laws/README.md} describes the form): a header up to a line
 * {@code ---}; an article starts a line with 第……条; every further line is a paragraph; a line that starts with a blank is
 * an item of the paragraph above; a heading ({@code ##}) ends the article.
 */
final class LawWords {

    private final String shownAs;
    private final Problems problems;
    private final TreeMap<ArticleNumber, Article> articles = new TreeMap<>();
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private Optional<ArticleNumber> current = Optional.empty();

    private LawWords(String shownAs, Problems problems) {
        this.shownAs = shownAs;
        this.problems = problems;
    }

    /** The articles of a file by number; what is wrong with the file is noted. */
    static Map<ArticleNumber, Article> read(Path file, Problems problems) {
        try {
            if (YamlFile.leadsOutside(file)) {
                problems.error(Place.of(file.toString()), "yaml.link");
                return Map.of();
            }
            return new LawWords(file.toString(), problems)
                    .articles(Files.readString(file, StandardCharsets.UTF_8).split("\\R", -1));
        } catch (CharacterCodingException e) {
            problems.error(Place.of(file.toString()), "yaml.not-utf8");
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<ArticleNumber, Article> articles(String[] lines) {
        int line = 0;
        while (line < lines.length && !lines[line].equals("---")) {
            line++;
        }
        if (line == lines.length) {
            problems.error(Place.of(shownAs), "law.no-header");
            return Map.of();
        }
        for (int i = line + 1; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                line(lines[i], new Place(shownAs, i + 1, 1));
            }
        }
        close();
        if (articles.isEmpty()) {
            problems.error(Place.of(shownAs), "law.no-articles");
        }
        return articles;
    }

    private void line(String line, Place place) {
        Optional<ArticleNumber> number = ArticleNumber.atStartOf(line);
        if (number.isPresent()) {
            close();
            open(number.get(), place);
            paragraphs.add(new Paragraph(
                    line.substring(ArticleNumber.labelLength(line)).strip(), List.of()));
        } else if (line.startsWith("#")) {
            close();
        } else if (current.isPresent()) {
            further(line);
        }
    }

    private void further(String line) {
        if (Character.isWhitespace(line.charAt(0))) {
            Paragraph above = paragraphs.remove(paragraphs.size() - 1);
            List<String> items = new ArrayList<>(above.items());
            items.add(line.strip());
            paragraphs.add(new Paragraph(above.words(), List.copyOf(items)));
        } else {
            paragraphs.add(new Paragraph(line.strip(), List.of()));
        }
    }

    private void open(ArticleNumber number, Place place) {
        if (articles.containsKey(number)) {
            problems.error(place, "law.article-twice", number.label());
        } else if (!follows(number)) {
            problems.error(place, "law.article-gap", number.label());
        }
        current = Optional.of(number);
    }

    private boolean follows(ArticleNumber number) {
        if (articles.isEmpty()) {
            return number.equals(new ArticleNumber(1, 0));
        }
        ArticleNumber last = articles.lastKey();
        return number.equals(new ArticleNumber(last.main() + 1, 0))
                || number.equals(new ArticleNumber(last.main(), last.inserted() + 1));
    }

    private void close() {
        current.ifPresent(number -> articles.putIfAbsent(number, new Article(number, List.copyOf(paragraphs))));
        current = Optional.empty();
        paragraphs.clear();
    }
}
