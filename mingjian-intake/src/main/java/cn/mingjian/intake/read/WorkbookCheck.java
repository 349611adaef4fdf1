package cn.mingjian.intake.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A look through a packed workbook before it is read: nothing in it may unpack to far more than it weighs, hold a text
 * longer than a cell can be, hold more different texts than fit into the memory, or begin with a declaration of entities.
 */
final class WorkbookCheck {

    private static final int LONGEST_TEXT = 4 << 20;
    private static final int BLOCK = 1 << 16;
    private static final byte[] DECLARATION = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern RELATION = Pattern.compile("<[A-Za-z:]*Relationship [^>]*>");
    private static final Pattern ID = Pattern.compile("\\bId=\"([^\"]*)\"");
    private static final String CONTENTS = "[Content_Types].xml";
    private static final Pattern FORMATS =
            Pattern.compile("<Override (?=[^>]{0,400}\\bContentType=\"[^\"]{0,200}\\.styles\\+xml\")"
                    + "[^>]{0,400}\\bPartName=\"/?([^\"]{1,200})\"");
    private static final Pattern TARGET = Pattern.compile("\\bTarget=\"([^\"]*)\"");

    private WorkbookCheck() {}

    static void check(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().startsWith("xl/") && entry.getName().endsWith(".xml")) {
                    check(zip, entry);
                }
            }
        }
    }

    /** Whether a workbook has a part for its formats: the one of the usual name, or one that its contents name. */
    static boolean hasFormats(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry contents = zip.getEntry(CONTENTS);
            if (zip.getEntry("xl/styles.xml") != null || contents == null) {
                return true;
            }
            try (InputStream in = zip.getInputStream(contents)) {
                String types = new String(in.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8);
                Matcher part = FORMATS.matcher(types);
                return part.find() && zip.getEntry(part.group(1)) != null;
            }
        }
    }

    private static void check(ZipFile zip, ZipEntry entry) throws IOException {
        long most = Math.max(Limits.UNPACKED_FLOOR, entry.getCompressedSize() * Limits.UNPACK_RATIO);
        boolean held = !entry.getName().startsWith("xl/worksheets/");
        if (held) {
            most = Math.min(most, Limits.SHARED_TEXT);
        }
        long unpacked = 0;
        int sinceTag = 0;
        byte[] block = new byte[BLOCK];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                if (unpacked == 0 && declares(block, read)) {
                    throw new UnreadableException("intake.workbook-dtd");
                }
                unpacked += read;
                sinceTag = longest(block, read, sinceTag);
                if (unpacked > most || sinceTag > LONGEST_TEXT) {
                    throw new UnreadableException("intake.bomb");
                }
            }
        }
    }

    private static boolean declares(byte[] block, int length) {
        for (int i = 0; i + DECLARATION.length <= length; i++) {
            if (matches(block, i, DECLARATION)) {
                return true;
            }
        }
        return false;
    }

    /** How long the text at the end of the block is by now; a text that is too long anywhere ends the look. */
    private static int longest(byte[] block, int length, int before) throws IOException {
        int since = before;
        for (int i = 0; i < length; i++) {
            since = block[i] == '<' ? 0 : since + 1;
            if (since > LONGEST_TEXT) {
                throw new UnreadableException("intake.bomb");
            }
        }
        return since;
    }

    /**
     * The merged ranges of a sheet, which stand behind its cells.
     *
     * @param relation id under which the workbook names the sheet's part
     */
    static Merges merges(Path file, String relation) throws IOException {
        Merges merges = new Merges();
        byte[] mark = "<mergeCell ".getBytes(StandardCharsets.US_ASCII);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(part(zip, relation));
            if (entry == null) {
                return merges;
            }
            byte[] block = new byte[BLOCK];
            int kept = 0;
            try (InputStream in = zip.getInputStream(entry)) {
                for (int read = in.read(block, 0, BLOCK); read >= 0; read = in.read(block, kept, BLOCK - kept)) {
                    int limit = kept + read;
                    kept = Math.min(limit, 128);
                    collect(block, limit - (read > 0 ? kept : 0), limit, mark, merges);
                    System.arraycopy(block, limit - kept, block, 0, kept);
                }
                collect(block, kept, kept, mark, merges);
            }
        }
        return merges;
    }

    private static String part(ZipFile zip, String relation) throws IOException {
        ZipEntry entry = zip.getEntry("xl/_rels/workbook.xml.rels");
        if (entry == null) {
            return "";
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Matcher relations = RELATION.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (relations.find()) {
                Matcher id = ID.matcher(relations.group());
                Matcher target = TARGET.matcher(relations.group());
                if (id.find() && id.group(1).equals(relation) && target.find()) {
                    String path = target.group(1);
                    return path.startsWith("/") ? path.substring(1) : "xl/" + path;
                }
            }
        }
        return "";
    }

    /** Reads the ranges whose mark begins before {@code before}. */
    private static void collect(byte[] block, int before, int limit, byte[] mark, Merges merges) {
        for (int i = 0; i < before; i++) {
            if (block[i] == '<' && i + mark.length < limit && matches(block, i, mark)) {
                String text = new String(block, i, Math.min(128, limit - i), StandardCharsets.US_ASCII);
                int start = text.indexOf("ref=\"");
                int end = start < 0 ? -1 : text.indexOf('"', start + 5);
                if (end > 0) {
                    merges.add(text.substring(start + 5, end));
                }
            }
        }
    }

    private static boolean matches(byte[] block, int at, byte[] mark) {
        for (int i = 0; i < mark.length; i++) {
            if (block[at + i] != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
