package cn.mingjian.documents.score;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One element of a gold file.
 *
 * @param defendant from 1, or 0 for the document
 * @param start in code points of the delivered text
 * @param end behind the last of them
 * @param value empty where the gold file keeps positions only
 */
record GoldEntry(String element, int defendant, int start, int end, Optional<JsonNode> value) {

    boolean overlaps(int from, int to) {
        return start < to && from < end;
    }
}
