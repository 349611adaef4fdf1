package cn.mingjian.documents.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A Word file written by hand, with lists that Word numbers itself. */
final class NumberedWord {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String NAMESPACE = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private final StringBuilder body = new StringBuilder();
    private final StringBuilder definitions = new StringBuilder();
    private final StringBuilder lists = new StringBuilder();
    private final StringBuilder styles = new StringBuilder();

    /**
     * How lists count: for each level its format, as the standard names it, and its words, with %1 for the count. With the
     * format {@code legal} all numerals of the level are figures.
     */
    NumberedWord definition(int id, String... formatsAndWords) {
        definitions.append("<w:abstractNum w:abstractNumId=\"" + id + "\">");
        for (int level = 0; 2 * level < formatsAndWords.length; level++) {
            String format = formatsAndWords[2 * level];
            boolean legal = format.equals("legal");
            definitions.append("<w:lvl w:ilvl=\"" + level + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\""
                    + (legal ? "decimal" : format) + "\"/>" + link(id, level) + (legal ? "<w:isLgl/>" : "")
                    + "<w:lvlText w:val=\"" + formatsAndWords[2 * level + 1] + "\"/></w:lvl>");
        }
        definitions.append("</w:abstractNum>");
        lists.append("<w:num w:numId=\"" + id + "\"><w:abstractNumId w:val=\"" + id + "\"/></w:num>");
        return this;
    }

    /** The style of the same name as the level: Level10 is level 0 of definition 1. */
    private static String link(int id, int level) {
        return "<w:pStyle w:val=\"Level" + id + level + "\"/>";
    }

    /** Another list of a definition, which begins its first level anew. */
    NumberedWord anew(int id, int definition) {
        lists.append("<w:num w:numId=\"" + id + "\"><w:abstractNumId w:val=\"" + definition
                + "\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>");
        return this;
    }

    /** A style whose paragraphs stand in a list. */
    NumberedWord style(String id, String basedOn, int list) {
        styles.append("<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + id + "\"/>"
                + (basedOn.isEmpty() ? "" : "<w:basedOn w:val=\"" + basedOn + "\"/>")
                + (list == 0 ? "" : "<w:pPr><w:numPr><w:numId w:val=\"" + list + "\"/></w:numPr></w:pPr>")
                + "</w:style>");
        return this;
    }

    NumberedWord plain(String words) {
        return paragraph("", words);
    }

    NumberedWord item(int list, int level, String words) {
        return paragraph(
                "<w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list + "\"/></w:numPr>", words);
    }

    NumberedWord styled(String style, String words) {
        return paragraph("<w:pStyle w:val=\"" + style + "\"/>", words);
    }

    private NumberedWord paragraph(String properties, String words) {
        body.append("<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + words + "</w:t></w:r></w:p>");
        return this;
    }

    Path write(Path file) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\""
                        + "application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + type("document", "document.main") + type("numbering", "numbering")
                        + type("styles", "styles") + "</Types>");
        parts.put("_rels/.rels", relations(relation(1, "officeDocument", "word/document.xml")));
        parts.put(
                "word/_rels/document.xml.rels",
                relations(relation(1, "numbering", "numbering.xml") + relation(2, "styles", "styles.xml")));
        parts.put("word/document.xml", "<w:document" + NAMESPACE + "><w:body>" + body + "</w:body></w:document>");
        parts.put("word/numbering.xml", "<w:numbering" + NAMESPACE + ">" + definitions + lists + "</w:numbering>");
        parts.put("word/styles.xml", "<w:styles" + NAMESPACE + ">" + styles + "</w:styles>");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write((XML + part.getValue()).getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"/word/" + part + ".xml\" ContentType=\"" + WORD + kind + "+xml\"/>";
    }

    private static String relations(String all) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + all + "</Relationships>";
    }

    private static String relation(int id, String kind, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + OFFICE + "/" + kind + "\" Target=\"" + target + "\"/>";
    }
}
