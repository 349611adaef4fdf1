package cn.mingjian.documents.template;

import com.google.re2j.Pattern;

/**
 * How a court says what it makes of an opinion.
 *
 * @param opinion begins a sentence that tells what somebody else says
 * @param accepted the court agrees
 * @param refused the court does not
 */
public record Acceptance(Pattern opinion, Pattern accepted, Pattern refused) {}
