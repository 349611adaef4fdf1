package cn.mingjian.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Delivered files read the plain way, whole and into memory, by none of the code that imports them: text character by
 * character, xlsx as the XML that it is, xls and JSON by the tree interfaces of their libraries.
 */
final class PlainReader {

    private final Path delivery;
    private final Map<String, Map<Long, List<String>>> files = new HashMap<>();

    PlainReader(Path delivery) {
        this.delivery = delivery;
    }

    /** The cells in a row: of a sheet as its program numbers it, of a text by the line it begins on, of an array by index. */
    List<String> row(String file, @Nullable String sheet, long row) throws IOException {
        Map<Long, List<String>> rows = files.get(file + sheet);
        if (rows == null) {
            rows = read(delivery.resolve(file), String.valueOf(sheet));
            files.put(file + sheet, rows);
        }
        return rows.getOrDefault(row, List.of());
    }

    private static Map<Long, List<String>> read(Path file, String sheet) throws IOException {
        String name = file.getFileName().toString();
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv" -> text(decoded(Files.readAllBytes(file)));
            case "xlsx" -> xlsx(file, sheet);
            case "xls" -> xls(file, sheet);
            case "json" -> json(file);
            default -> throw new IOException("There is no reader for " + name);
        };
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return Charset.forName("GB18030")
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }

    private static Map<Long, List<String>> text(String text) {
        Map<Long, List<String>> rows = new HashMap<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        long line = 1;
        long begun = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line += c == '\n' ? 1 : 0;
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (text.charAt(i + 1) == '"') {
                    cell.append(text.charAt(++i));
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                cells.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.put(begun, List.copyOf(cells));
                    cells.clear();
                    begun = line;
                }
            } else {
                cell.append(c);
            }
        }
        return rows;
    }

    private static Map<Long, List<String>> xlsx(Path file, String sheet) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            NodeList texts = xml(zip, "xl/sharedStrings.xml").getElementsByTagName("si");
            NodeList sheets = xml(zip, "xl/workbook.xml").getElementsByTagName("sheet");
            int number = 1;
            while (!((Element) sheets.item(number - 1)).getAttribute("name").equals(sheet)) {
                number++;
            }
            Map<Long, List<String>> rows = new HashMap<>();
            NodeList written = xml(zip, "xl/worksheets/sheet" + number + ".xml").getElementsByTagName("row");
            for (int r = 0; r < written.getLength(); r++) {
                Element row = (Element) written.item(r);
                NodeList cells = row.getElementsByTagName("c");
                List<String> values = new ArrayList<>();
                for (int c = 0; c < cells.getLength(); c++) {
                    String content = cells.item(c).getTextContent();
                    boolean shared = ((Element) cells.item(c)).getAttribute("t").equals("s");
                    values.add(shared ? texts.item(Integer.parseInt(content)).getTextContent() : content);
                }
                rows.put(Long.parseLong(row.getAttribute("r")), values);
            }
            return rows;
        }
    }

    private static Document xml(ZipFile zip, String part) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(part))) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    private static Map<Long, List<String>> xls(Path file, String sheet) throws IOException {
        Map<Long, List<String>> rows = new HashMap<>();
        try (InputStream in = Files.newInputStream(file);
                HSSFWorkbook workbook = new HSSFWorkbook(in)) {
            Sheet read = workbook.getSheet(sheet);
            for (Row row : read) {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(cell.getStringCellValue()));
                rows.put(row.getRowNum() + 1L, cells);
            }
        }
        return rows;
    }

    private static Map<Long, List<String>> json(Path file) throws IOException {
        Map<Long, List<String>> rows = new HashMap<>();
        long index = 0;
        for (JsonNode object : new ObjectMapper().readTree(file.toFile())) {
            index++;
            List<String> cells = new ArrayList<>();
            object.elements().forEachRemaining(value -> cells.add(value.asText()));
            rows.put(index, cells);
        }
        return rows;
    }
}
