package cn.mingjian.model.problem;

/** What has its own words in each language; as an argument of a message it is shown in the language of the message. */
public interface Spoken {

    /** The words in one language. */
    String in(Language language);
}
