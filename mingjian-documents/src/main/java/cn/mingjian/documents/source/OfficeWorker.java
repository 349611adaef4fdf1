package cn.mingjian.documents.source;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads Word and PDF files in a process of its own, so that a hostile file costs that process and nothing else: on
 * standard input the path of a file a line, on standard output for each the number of bytes and the text, or a negative
 * number. Ends with its standard input.
 */
public final class OfficeWorker {

    /** In place of the number of bytes: the file is damaged or locked. */
    static final int DAMAGED = -1;
    /** The file holds more text than a document may. */
    static final int TOO_LONG = -2;

    private OfficeWorker() {}

    /** Reads until standard input ends. */
    public static void main(String[] arguments) throws IOException {
        // What a library prints must not stand among the answers.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        BufferedReader paths = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        for (String path = paths.readLine(); path != null; path = paths.readLine()) {
            answer(Path.of(path), out);
            out.flush();
        }
    }

    private static void answer(Path file, DataOutputStream out) throws IOException {
        String text;
        try (TikaInputStream in = TikaInputStream.get(file)) {
            Optional<OfficeFormat> format = OfficeFormat.of(peeked(in));
            if (format.isEmpty()) {
                out.writeInt(DAMAGED);
                return;
            }
            text = text(format.get(), file, in);
        } catch (SAXException e) {
            out.writeInt(WriteLimitReachedException.isWriteLimitReached(e) ? TOO_LONG : DAMAGED);
            return;
        } catch (TikaException | IOException | RuntimeException e) {
            out.writeInt(DAMAGED);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] peeked(TikaInputStream in) throws IOException {
        byte[] start = new byte[4];
        in.peek(start);
        return start;
    }

    private static String text(OfficeFormat format, Path file, TikaInputStream in)
            throws IOException, SAXException, TikaException {
        return switch (format) {
            case PDF -> {
                PagedText text = new PagedText(Limits.CHARACTERS);
                parse(new PDFParser(), in, text);
                yield Pages.text(text.pages());
            }
            case WORD -> {
                Optional<byte[]> numbered = WordNumbers.written(file);
                try (TikaInputStream words = numbered.isPresent() ? TikaInputStream.get(numbered.get()) : in) {
                    yield parse(new OOXMLParser(), words, new BodyContentHandler(Limits.CHARACTERS));
                }
            }
            case OLD_WORD -> parse(new OfficeParser(), in, new BodyContentHandler(Limits.CHARACTERS));
        };
    }

    private static String parse(Parser parser, TikaInputStream in, BodyContentHandler text)
            throws IOException, SAXException, TikaException {
        parser.parse(in, text, new Metadata(), new ParseContext());
        return text.toString();
    }
}
