package cn.mingjian.intake.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A Parquet file; its rows are numbered from 1. */
record ParquetSource(Path file) implements TableSource {

    @Override
    public Optional<String> sheet() {
        return Optional.empty();
    }

    @Override
    public String format() {
        return "parquet";
    }

    @Override
    public RowReader open() throws IOException {
        return new ParquetReader(this);
    }
}
