package cn.mingjian.server.run;

import cn.mingjian.engine.worker.RunAnswer;
import java.io.IOException;
import java.util.SortedMap;

/** Takes the clues of a run in. Called inside the one transaction in which the run becomes done. */
public interface ResultTaker {

    /**
     * Stores the clues of an answer, reading them one by one.
     *
     * @return how many of each grade there were
     */
    SortedMap<String, Long> take(Run run, RunAnswer answer) throws IOException;
}
