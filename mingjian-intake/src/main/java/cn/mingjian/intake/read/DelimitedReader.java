package cn.mingjian.intake.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Records of delimited text (RFC 4180: quotes, doubled quotes, line breaks inside quotes; lines end with LF, CRLF or CR).
 * A record is numbered by the line on which it begins. A broken quote spoils one line, not the rest of the file.
 */
final class DelimitedReader implements RowReader {

    private static final int FIRST_SIZE = 1 << 20;
    /** A byte that UTF-8 does not have. */
    private static final byte NEVER = (byte) 0xFE;

    private static final int MORE = -1;
    private static final int BROKEN = -2;

    private final InputStream in;
    private final LongSupplier bytesRead;
    private final byte delimiter;
    private final byte quote;
    private final boolean[] special = new boolean[256];
    private byte[] buffer = new byte[FIRST_SIZE];
    private int[] escaped = new int[16];
    private int escapes;
    private int at;
    private int limit;
    private boolean ended;
    private long line = 1;
    private long linesOfRecord;

    /**
     * @param in UTF-8 without byte order mark
     * @param bytesRead how much of the file was read
     */
    DelimitedReader(InputStream in, char delimiter, LongSupplier bytesRead) {
        this(in, bytesRead, (byte) delimiter, (byte) '"');
        special[delimiter] = true;
    }

    /** Whole lines as single cells, without delimiter and quotes. */
    static DelimitedReader lines(InputStream in, LongSupplier bytesRead) {
        return new DelimitedReader(in, bytesRead, NEVER, NEVER);
    }

    private DelimitedReader(InputStream in, LongSupplier bytesRead, byte delimiter, byte quote) {
        this.in = in;
        this.bytesRead = bytesRead;
        this.delimiter = delimiter;
        this.quote = quote;
        special['\n'] = true;
        special['\r'] = true;
    }

    @Override
    public boolean next(Row row) throws IOException {
        while (true) {
            if (at == limit && !fill()) {
                return false;
            }
            row.start(buffer, line);
            int end = scan(row);
            if (end >= 0) {
                unescape(row);
                line += linesOfRecord;
                at = end;
                return true;
            }
            if (end == BROKEN) {
                broken(row, Row.Fault.QUOTE);
                return true;
            }
            if (limit - at >= Limits.RECORD_BYTES) {
                tooLong(row);
                return true;
            }
            fill();
        }
    }

    /** Scans one record from {@link #at}; its end, or {@link #MORE} or {@link #BROKEN}. */
    private int scan(Row row) throws IOException {
        linesOfRecord = 0;
        escapes = 0;
        int i = at;
        while (true) {
            if (i < limit && buffer[i] == quote) {
                int close = closingQuote(row, i + 1);
                if (close < 0) {
                    return close;
                }
                add(row, i + 1, close);
                i = close + 1;
            } else {
                int start = i;
                while (i < limit && !special[buffer[i] & 0xff]) {
                    i++;
                }
                add(row, start, i);
            }
            if (i >= limit) {
                if (!ended) {
                    return MORE;
                }
                linesOfRecord++;
                return limit;
            }
            byte stop = buffer[i];
            if (stop == delimiter) {
                i++;
                continue;
            }
            if (stop == '\r' && i + 1 >= limit && !ended) {
                return MORE;
            }
            if (stop != '\n' && stop != '\r') {
                return BROKEN;
            }
            linesOfRecord++;
            return stop == '\r' && i + 1 < limit && buffer[i + 1] == '\n' ? i + 2 : i + 1;
        }
    }

    /** The place of the quote that closes the cell which starts here. */
    private int closingQuote(Row row, int start) {
        boolean doubled = false;
        for (int i = start; i < limit; i++) {
            byte c = buffer[i];
            if (c == quote) {
                if (i + 1 >= limit && !ended) {
                    return MORE;
                }
                if (i + 1 < limit && buffer[i + 1] == quote) {
                    doubled = true;
                    i++;
                    continue;
                }
                if (doubled) {
                    if (escapes == escaped.length) {
                        escaped = Arrays.copyOf(escaped, escapes * 2);
                    }
                    escaped[escapes++] = row.cells();
                }
                return i;
            }
            if (c == '\n' || (c == '\r' && i + 1 < limit && buffer[i + 1] != '\n')) {
                linesOfRecord++;
            }
        }
        return ended ? BROKEN : MORE;
    }

    private static void add(Row row, int start, int end) throws IOException {
        if (!row.add(start, end)) {
            throw new UnreadableException("intake.too-many-columns", Limits.COLUMNS);
        }
    }

    /** Doubled quotes become single ones, in place: the record is complete and is not scanned again. */
    private void unescape(Row row) {
        for (int k = 0; k < escapes; k++) {
            int cell = escaped[k];
            int write = row.from(cell);
            int end = row.to(cell);
            for (int i = write; i < end; i++) {
                buffer[write++] = buffer[i];
                if (buffer[i] == quote) {
                    i++;
                }
            }
            row.shorten(cell, write);
        }
    }

    /** Takes the first line of the record alone, as broken; what follows is read as records again. */
    private void broken(Row row, Row.Fault fault) {
        int end = at;
        while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
            end++;
        }
        if (end + 1 < limit && buffer[end] == '\r' && buffer[end + 1] == '\n') {
            end++;
        }
        at = Math.min(limit, end + 1);
        line++;
        row.fault(fault);
    }

    private void tooLong(Row row) throws IOException {
        for (int i = at; i < limit; i++) {
            if (buffer[i] == '\n' || buffer[i] == '\r') {
                broken(row, Row.Fault.QUOTE);
                return;
            }
        }
        boolean lineEnds = false;
        while (!lineEnds) {
            at = limit;
            if (!fill()) {
                break;
            }
            while (at < limit && buffer[at] != '\n') {
                at++;
            }
            lineEnds = at < limit;
        }
        at = Math.min(limit, at + 1);
        line++;
        row.fault(Row.Fault.TOO_LONG);
    }

    /** Moves what is not yet used to the front and reads on; false at the end of the file. */
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        int kept = limit - at;
        if (kept == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        } else if (kept > 0 && at > 0) {
            System.arraycopy(buffer, at, buffer, 0, kept);
        }
        at = 0;
        limit = kept;
        while (limit < buffer.length) {
            int read = in.read(buffer, limit, buffer.length - limit);
            if (read < 0) {
                ended = true;
                break;
            }
            limit += read;
        }
        return limit > kept;
    }

    @Override
    public long bytesRead() {
        return bytesRead.getAsLong();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
