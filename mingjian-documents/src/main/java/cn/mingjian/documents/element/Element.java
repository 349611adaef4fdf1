package cn.mingjian.documents.element;

import cn.mingjian.documents.text.Span;
import cn.mingjian.model.Words;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Optional;

/**
 * One element of a document.
 *
 * @param rule the id of its rule in the template
 * @param defendant number of the defendant from 1, or 0 for the document
 * @param value normalised; null where the words could not be read, or the text does not say it
 * @param span where its words stand; empty where the text does not say it
 * @param confidence between 0 and 1
 * @param why what makes it unsure
 * @param correction who set it in place of what was extracted, if somebody did
 */
public record Element(
        String rule,
        int defendant,
        JsonNode value,
        Optional<Span> span,
        double confidence,
        State state,
        Optional<Words> why,
        Optional<Corrected> correction) {

    /** How many elements of one rule are given: no honest document comes near it, and a hostile one must end. */
    public static final int MOST_OF_A_RULE = 5_000;

    /** A confidence for what was found but not surely read. */
    public static final double UNSURE_CONFIDENCE = 0.5;

    /** Who corrected an element, and when (as the correction says it). */
    public record Corrected(String by, String at, Optional<String> reason) {}

    /** An element that the text says. */
    public static Element found(String rule, int defendant, JsonNode value, Span span, double confidence) {
        return new Element(
                rule, defendant, value, Optional.of(span), confidence, State.FOUND, Optional.empty(), Optional.empty());
    }

    /** An element that the text does not say. */
    public static Element notStated(String rule, int defendant) {
        return new Element(
                rule,
                defendant,
                NullNode.getInstance(),
                Optional.empty(),
                0,
                State.NOT_STATED,
                Optional.empty(),
                Optional.empty());
    }

    /** The same, but not surely. */
    public Element unsure(Words reason) {
        return new Element(
                rule,
                defendant,
                value,
                span,
                Math.min(confidence, UNSURE_CONFIDENCE),
                State.UNSURE,
                Optional.of(reason),
                correction);
    }

    /** The same as the last that is given of more than {@link #MOST_OF_A_RULE}; it says so. */
    public Element lastGiven() {
        return unsure(Words.ofMessage("documents.cut", MOST_OF_A_RULE));
    }

    /** Whether the text surely says it, and its value could be read. */
    public boolean known() {
        return state == State.FOUND && !value.isNull();
    }

    /** Whether the text says it, surely or not. */
    public boolean stated() {
        return state != State.NOT_STATED;
    }
}
