package cn.mingjian.documents.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;

/**
 * Writes the numbers that Word computes (第一条, 一、, 1.1) into the paragraphs that they head, as if they had been typed.
 * Tika leaves out those that a style gives, and writes all numerals as figures, which mixes up 一、 and 1、.
 */
final class WordNumbers {

    private static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String PARAGRAPHS = "declare namespace w='" + NAMESPACE + "' .//w:p";

    /** A level of a list. */
    private record Item(BigInteger list, int level) {}

    private final @Nullable XWPFStyles styles;
    private final WordNumbering numbering;

    private WordNumbers(XWPFDocument document) {
        styles = document.getStyles();
        numbering = new WordNumbering(document.getNumbering());
    }

    /** The file with its numbers written out; empty for one that numbers nothing, or that is no whole Word file. */
    static Optional<byte[]> written(Path file) throws IOException {
        if (!definesNumbers(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file);
                XWPFDocument document = new XWPFDocument(in)) {
            WordNumbers numbers = new WordNumbers(document);
            for (XmlObject paragraph : document.getDocument().selectPath(PARAGRAPHS)) {
                if (paragraph instanceof CTP words) {
                    numbers.write(words);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return Optional.of(out.toByteArray());
        }
    }

    private static boolean definesNumbers(Path file) {
        try {
            OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ);
            try {
                return !parts.getPartsByContentType(XWPFRelation.NUMBERING.getContentType())
                        .isEmpty();
            } finally {
                parts.revert();
            }
        } catch (OpenXML4JException | OpenXML4JRuntimeException e) {
            return false;
        }
    }

    private void write(CTP paragraph) {
        Optional<Item> item = item(paragraph);
        if (item.isEmpty()) {
            return;
        }
        if (paragraph.getPPr().isSetNumPr()) {
            paragraph.getPPr().unsetNumPr();
        }
        numbering.next(item.get().list(), item.get().level()).ifPresent(number -> {
            try (XmlCursor at = paragraph.getPPr().newCursor()) {
                at.toEndToken();
                at.toNextToken();
                at.beginElement("r", NAMESPACE);
                at.beginElement("t", NAMESPACE);
                at.insertChars(number + " ");
            }
        });
    }

    /** Where a paragraph stands in a list, by itself or by its style. */
    private Optional<Item> item(CTP paragraph) {
        if (!paragraph.isSetPPr()) {
            return Optional.empty();
        }
        OptionalInt level = OptionalInt.empty();
        if (paragraph.getPPr().isSetNumPr()) {
            CTNumPr own = paragraph.getPPr().getNumPr();
            level = level(own);
            if (own.isSetNumId()) {
                return item(own.getNumId().getVal(), level);
            }
        }
        return paragraph.getPPr().isSetPStyle()
                ? ofStyle(paragraph.getPPr().getPStyle().getVal(), level)
                : Optional.empty();
    }

    /** Where a style puts a paragraph: itself, or the style that it is based on. */
    private Optional<Item> ofStyle(String first, OptionalInt own) {
        OptionalInt level = own;
        Set<String> seen = new HashSet<>();
        String id = first;
        while (styles != null && id != null && seen.add(id)) {
            XWPFStyle style = styles.getStyle(id);
            if (style == null) {
                break;
            }
            if (style.getCTStyle().isSetPPr() && style.getCTStyle().getPPr().isSetNumPr()) {
                CTNumPr numbered = style.getCTStyle().getPPr().getNumPr();
                level = level.isPresent() ? level : level(numbered);
                if (numbered.isSetNumId()) {
                    BigInteger list = numbered.getNumId().getVal();
                    OptionalInt linked = numbering.levelOf(list, first);
                    return item(list, linked.isPresent() && own.isEmpty() ? linked : level);
                }
            }
            id = style.getBasisStyleID();
        }
        return Optional.empty();
    }

    /** List 0 is none. */
    private static Optional<Item> item(BigInteger list, OptionalInt level) {
        return list.signum() == 0 ? Optional.empty() : Optional.of(new Item(list, level.orElse(0)));
    }

    private static OptionalInt level(CTNumPr numbered) {
        return numbered.isSetIlvl() ? OptionalInt.of(numbered.getIlvl().getVal().intValue()) : OptionalInt.empty();
    }
}
