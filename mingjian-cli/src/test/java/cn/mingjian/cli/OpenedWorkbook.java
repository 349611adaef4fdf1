package cn.mingjian.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A workbook as it lies in its file, read without the library that wrote it. */
final class OpenedWorkbook {

    private final Map<String, Document> sheets = new LinkedHashMap<>();
    private final List<String> texts = new ArrayList<>();

    OpenedWorkbook(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Document shared = document(zip, "xl/sharedStrings.xml");
            all(shared, "si").forEach(text -> texts.add(text.getTextContent()));
            int number = 1;
            for (Element sheet : all(document(zip, "xl/workbook.xml"), "sheet")) {
                sheets.put(sheet.getAttribute("name"), document(zip, "xl/worksheets/sheet" + number++ + ".xml"));
            }
        }
    }

    private static Document document(ZipFile zip, String name) throws IOException {
        try (var in = zip.getInputStream(zip.getEntry(name))) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    private static List<Element> all(Document document, String tag) {
        NodeList nodes = document.getElementsByTagName(tag);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    /** Names of the sheets in their order. */
    List<String> names() {
        return List.copyOf(sheets.keySet());
    }

    /** Texts and numbers of a sheet by the names of their cells. */
    Map<String, String> cells(String sheet) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (Element cell : all(sheet(sheet), "c")) {
            boolean text = cell.getAttribute("t").equals("s");
            String value = cell.getTextContent();
            if (!value.isEmpty()) {
                cells.put(cell.getAttribute("r"), text ? texts.get(Integer.parseInt(value)) : value);
            }
        }
        return cells;
    }

    /** The value of an attribute of the first element of a name. */
    String attribute(String sheet, String element, String attribute) {
        return all(sheet(sheet), element).stream()
                .findFirst()
                .map(found -> found.getAttribute(attribute))
                .orElse("");
    }

    /** The text of the first element of a name. */
    String text(String sheet, String element) {
        return all(sheet(sheet), element).stream()
                .findFirst()
                .map(Element::getTextContent)
                .orElse("");
    }

    /** The cells to which those of a sheet lead. */
    Map<String, String> links(String sheet) {
        Map<String, String> links = new LinkedHashMap<>();
        all(sheet(sheet), "hyperlink")
                .forEach(link -> links.put(link.getAttribute("ref"), link.getAttribute("location")));
        return links;
    }

    private Document sheet(String name) {
        Document sheet = sheets.get(name);
        if (sheet == null) {
            throw new IllegalArgumentException("No sheet " + name);
        }
        return sheet;
    }
}
