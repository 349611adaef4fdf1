package cn.mingjian.server.clue;

import cn.mingjian.server.clue.ClueRow.PlaceShown;
import cn.mingjian.server.page.Page;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A page of the clues of a run.
 *
 * @param places where the clues of the whole run are, whatever the page shows, in the order of their codes
 */
record CluesOfRun(@JsonUnwrapped Page<ClueRow> page, List<PlaceShown> places) {}
