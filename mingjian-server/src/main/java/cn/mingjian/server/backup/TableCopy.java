package cn.mingjian.server.backup;

import cn.mingjian.server.backup.Contents.Rows;
import cn.mingjian.server.backup.Manifest.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/** Rows of a table as text, out of a database and into one. */
final class TableCopy {

    private static final int PART = 1 << 20;
    private static final int BLOCK = 1 << 16;

    private TableCopy() {}

    /** Takes the text of rows, about a mebibyte at a time and whole rows only. */
    interface Parts {
        void add(byte[] rows) throws IOException;
    }

    /** Makes a session write values as every other does: the same rows are the same text. */
    static void alike(Connection database) throws SQLException {
        try (Statement setting = database.createStatement()) {
            setting.execute("set local timezone = 'UTC'");
            setting.execute("set local datestyle = 'ISO, YMD'");
            setting.execute("set local intervalstyle = 'postgres'");
            setting.execute("set local bytea_output = 'hex'");
            setting.execute("set local extra_float_digits = 1");
            setting.execute("set local statement_timeout = 0");
        }
    }

    static Rows out(Connection database, Table table, Parts parts) throws SQLException, IOException {
        CopyOut rows = copies(database)
                .copyOut("copy (select " + String.join(", ", table.columns()) + " from " + Schema.quoted(table.name())
                        + " order by " + table.order() + ") to stdout");
        MessageDigest digest = Digests.sha256();
        ByteArrayOutputStream part = new ByteArrayOutputStream(PART + BLOCK);
        long count = 0;
        for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
            digest.update(row);
            part.write(row);
            count++;
            if (part.size() >= PART) {
                parts.add(part.toByteArray());
                part.reset();
            }
        }
        if (part.size() > 0) {
            parts.add(part.toByteArray());
        }
        return new Rows(count, Digests.hex(digest));
    }

    /** The rows of a table, counted and digested. */
    static Rows look(Connection database, Table table) throws SQLException, IOException {
        return out(database, table, rows -> {});
    }

    /** Begins to fill a table. */
    static CopyIn in(Connection database, Table table) throws SQLException {
        return copies(database)
                .copyIn("copy " + Schema.quoted(table.name()) + " (" + String.join(", ", table.columns())
                        + ") from stdin");
    }

    static void add(CopyIn table, InputStream part) throws SQLException, IOException {
        byte[] block = new byte[BLOCK];
        for (int read = part.read(block); read >= 0; read = part.read(block)) {
            table.writeToCopy(block, 0, read);
        }
    }

    private static CopyManager copies(Connection database) throws SQLException {
        return database.unwrap(PGConnection.class).getCopyAPI();
    }
}
