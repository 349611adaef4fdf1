package cn.mingjian.server.run;

import cn.mingjian.model.Words;

/** What a run is for; without a purpose there is none. */
public enum Purpose {
    /** A case; the text is its number. */
    CASE,
    /** A special action; the text is its approved name. */
    ACTION,
    /** A model is studied; its clues are not for use. */
    STUDY;

    /** The purpose with its text as outputs show it. */
    public Words words(String text) {
        return Words.ofMessage("server.purpose-" + name(), text);
    }
}
