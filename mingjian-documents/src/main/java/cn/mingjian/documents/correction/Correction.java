package cn.mingjian.documents.correction;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What a person set right in one document.
 *
 * @param element the id of the element in the template
 * @param defendant number of the defendant, or 0 for the document
 * @param value in place of what was extracted; null: the text does not say it; a list for an element that may stand
 *     several times
 * @param at when, as it was written
 */
public record Correction(
        String id, String element, int defendant, JsonNode value, String by, String at, Optional<String> reason) {}
