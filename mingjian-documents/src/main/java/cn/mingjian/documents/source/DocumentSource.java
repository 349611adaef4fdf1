package cn.mingjian.documents.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Documents one after the other; never all of them in memory. */
public interface DocumentSource extends Closeable {

    /** The next document; empty at the end. */
    Optional<Delivered> next() throws IOException;

    /** How much of the source was read, in bytes. */
    long bytesRead();

    /** How much there is to read, in bytes. */
    long bytes();
}
