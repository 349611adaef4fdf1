package cn.mingjian.documents.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A PDF of Chinese text as courts print it (lines of 28 characters, paragraphs set in by two, a page number below), with
 * no font in it: the words are written in the encoding UniGB-UCS2-H, which every reader knows.
 */
final class ChinesePdf {

    private static final int COLUMNS = 56;
    private static final int SIZE = 16;
    private static final int LEFT = 78;
    private static final int TOP = 780;
    private static final int LEADING = 26;
    private static final int FOOT = 40;
    private static final Pattern UNBROKEN = Pattern.compile("[!-~]+|.");
    private static final String NEVER_FIRST = "，。；：、！？）》”";

    private record Placed(int x, int y, String words) {}

    private final List<byte[]> objects = new ArrayList<>();

    private ChinesePdf() {}

    /** The paragraphs of a text on pages of so many lines. */
    static byte[] of(String text, int linesOfAPage) {
        List<Placed> lines = new ArrayList<>();
        text.lines().forEach(paragraph -> set(paragraph, lines));
        ChinesePdf pdf = new ChinesePdf();
        int pages = (lines.size() + linesOfAPage - 1) / linesOfAPage;
        pdf.fonts(pages);
        for (int page = 0; page < pages; page++) {
            List<Placed> placed = new ArrayList<>();
            for (int row = 0; row < linesOfAPage && page * linesOfAPage + row < lines.size(); row++) {
                Placed line = lines.get(page * linesOfAPage + row);
                placed.add(new Placed(line.x(), TOP - row * LEADING, line.words()));
            }
            placed.add(new Placed(LEFT + COLUMNS * SIZE / 4, FOOT, "— " + (page + 1) + " —"));
            pdf.page(placed);
        }
        return pdf.bytes();
    }

    /** A mark that may not begin a line hangs over the margin of the one before. */
    private static void set(String paragraph, List<Placed> lines) {
        StringBuilder line = new StringBuilder();
        int x = LEFT + 2 * SIZE;
        int width = 4;
        for (String word :
                UNBROKEN.matcher(paragraph).results().map(MatchResult::group).toList()) {
            int wide = word.charAt(0) < 0x80 ? word.length() : 2;
            if (width + wide > COLUMNS && !NEVER_FIRST.contains(word)) {
                lines.add(new Placed(x, 0, line.toString()));
                line.setLength(0);
                x = LEFT;
                width = 0;
            }
            line.append(word);
            width += wide;
        }
        lines.add(new Placed(x, 0, line.toString()));
    }

    private void fonts(int pages) {
        StringBuilder kids = new StringBuilder();
        for (int page = 0; page < pages; page++) {
            kids.append(6 + 2 * page).append(" 0 R ");
        }
        object("<< /Type /Catalog /Pages 2 0 R >>");
        object("<< /Type /Pages /Count " + pages + " /Kids [" + kids + "] >>");
        object("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UCS2-H /Encoding /UniGB-UCS2-H"
                + " /DescendantFonts [4 0 R] >>");
        object("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R /DW 1000"
                + " /W [1 95 500] /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>");
        object("<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880]"
                + " /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>");
    }

    private void page(List<Placed> lines) {
        StringBuilder content = new StringBuilder("BT /F1 " + SIZE + " Tf\n");
        for (Placed line : lines) {
            String words = HexFormat.of().formatHex(line.words().getBytes(StandardCharsets.UTF_16BE));
            content.append("1 0 0 1 " + line.x() + " " + line.y() + " Tm <" + words + "> Tj\n");
        }
        content.append("ET");
        object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents "
                + (objects.size() + 2) + " 0 R >>");
        object("<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream");
    }

    private void object(String words) {
        String numbered = (objects.size() + 1) + " 0 obj\n" + words + "\nendobj\n";
        objects.add(numbered.getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII));
        StringBuilder places = new StringBuilder("0000000000 65535 f \n");
        for (byte[] object : objects) {
            places.append(String.format("%010d 00000 n \n", out.size()));
            out.writeBytes(object);
        }
        int count = objects.size() + 1;
        String end = "xref\n0 " + count + "\n" + places + "trailer\n<< /Size " + count + " /Root 1 0 R >>\nstartxref\n"
                + out.size() + "\n%%EOF\n";
        out.writeBytes(end.getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }
}
