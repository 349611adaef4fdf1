package cn.mingjian.server.run;

import cn.mingjian.engine.worker.RunAnswer;
import cn.mingjian.model.folder.LockedFolder;
import java.io.IOException;
import java.util.Optional;

/**
 * A result with its values, as long as it is open.
 *
 * @param answer reads the values
 * @param folder where they lie for so long, where they are sealed
 */
public record OpenedResult(RunAnswer answer, Optional<LockedFolder> folder) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        if (folder.isPresent()) {
            folder.get().close();
        }
    }
}
