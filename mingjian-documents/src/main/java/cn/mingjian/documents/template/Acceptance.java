package cn.mingjian.documents.template;

import cn.mingjian.documents.wording.Wording;

/**
 * How a court says what it makes of an opinion.
 *
 * @param opinion begins a sentence that tells what somebody else says
 * @param accepted the court agrees
 * @param refused the court does not
 */
public record Acceptance(Wording opinion, Wording accepted, Wording refused) {}
