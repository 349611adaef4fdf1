package cn.mingjian.intake.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A table in a delivered file: a sheet of a workbook, or the whole of another file. */
public interface TableSource {

    Path file();

    /** The sheet's name, in a workbook. */
    Optional<String> sheet();

    /** What the file is, for people: {@code csv (GB18030, ;)}, {@code xlsx}. */
    String format();

    /** Whether a cell's place in a record is sure even where cells are missing at its end; not so in delimited text. */
    default boolean positional() {
        return true;
    }

    /** Size of the file. */
    default long bytes() {
        return file().toFile().length();
    }

    /** The digest of the file as it was last read to its end; reads it where no reader has. */
    default String sha256() throws IOException {
        return MeasuredStream.digest(file());
    }

    /** Reads the records from the start. */
    RowReader open() throws IOException;
}
