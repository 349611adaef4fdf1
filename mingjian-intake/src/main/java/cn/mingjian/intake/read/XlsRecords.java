package cn.mingjian.intake.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.jspecify.annotations.Nullable;

/** The records of an xls workbook, one after another; the part that holds for all sheets is read first. */
final class XlsRecords implements Closeable {

    private static final String ENCRYPTED = "EncryptedPackage";

    /** A sheet as the workbook lists it. */
    record SheetName(String name, boolean visible) {}

    private final POIFSFileSystem files;
    private final InputStream in;
    private final RecordFactoryInputStream records;
    private final List<BoundSheetRecord> sheets = new ArrayList<>();
    private final List<Integer> formatOfStyle = new ArrayList<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private @Nullable SSTRecord texts;
    private boolean from1904;

    XlsRecords(Path file) throws IOException {
        try {
            files = new POIFSFileSystem(file.toFile(), true);
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive(ENCRYPTED)) {
                throw new UnreadableException("intake.workbook-locked");
            }
            in = root.createDocumentInputStream(HSSFWorkbook.getWorkbookDirEntryName(root));
            records = new RecordFactoryInputStream(in, false);
            readGlobals();
        } catch (EncryptedDocumentException e) {
            throw new UnreadableException("intake.workbook-locked");
        } catch (UnreadableException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The library answers damage with many kinds of exceptions.
            throw new UnreadableException("intake.workbook-broken");
        }
    }

    private void readGlobals() {
        for (Record record = records.nextRecord(); record != null; record = records.nextRecord()) {
            if (record instanceof BoundSheetRecord sheet) {
                sheets.add(sheet);
            } else if (record instanceof SSTRecord shared) {
                texts = shared;
            } else if (record instanceof FormatRecord format) {
                formats.put(format.getIndexCode(), format.getFormatString());
            } else if (record instanceof ExtendedFormatRecord style) {
                formatOfStyle.add((int) style.getFormatIndex());
            } else if (record instanceof DateWindow1904Record window) {
                from1904 = window.getWindowing() == 1;
            } else if (record instanceof EOFRecord) {
                return;
            }
        }
    }

    /** The sheets in the order in which their records follow. */
    List<SheetName> sheets() {
        List<SheetName> names = new ArrayList<>();
        for (BoundSheetRecord sheet : BoundSheetRecord.orderByBofPosition(sheets)) {
            names.add(new SheetName(sheet.getSheetname(), !sheet.isHidden() && !sheet.isVeryHidden()));
        }
        return names;
    }

    /** Goes to the first record of a sheet. */
    void goTo(int sheet) {
        int seen = -1;
        int depth = 0;
        for (Record record = records.nextRecord(); record != null; record = records.nextRecord()) {
            if (record instanceof BOFRecord) {
                seen += depth++ == 0 ? 1 : 0;
                if (seen == sheet) {
                    return;
                }
            } else if (record instanceof EOFRecord) {
                depth--;
            }
        }
    }

    /** The next record of the sheet; null at its end. Records of charts inside the sheet are left out. */
    @Nullable
    Record next() {
        int depth = 0;
        for (Record record = records.nextRecord(); record != null; record = records.nextRecord()) {
            if (record instanceof BOFRecord) {
                depth++;
            } else if (record instanceof EOFRecord) {
                if (depth-- == 0) {
                    return null;
                }
            } else if (depth == 0) {
                return record;
            }
        }
        return null;
    }

    /** A shared text. */
    String text(int index) {
        return texts == null || index < 0 || index >= texts.getNumUniqueStrings()
                ? ""
                : texts.getString(index).getString();
    }

    /** A number as it is shown in a cell of this style. */
    String number(double value, int style) {
        int id = style >= 0 && style < formatOfStyle.size() ? formatOfStyle.get(style) : 0;
        String builtin = id < BuiltinFormats.getAll().length ? BuiltinFormats.getBuiltinFormat(id) : "";
        CellText.Shown shown = CellText.shown(id, formats.getOrDefault(id, builtin == null ? "" : builtin));
        return shown == CellText.Shown.NUMBER ? CellText.number(value) : CellText.date(value, shown, from1904);
    }

    @Override
    public void close() throws IOException {
        in.close();
        files.close();
    }
}
