package cn.mingjian.documents.facts;

import cn.mingjian.documents.text.Span;

/**
 * A time where it stands.
 *
 * @param ofOffence whether the offence happened then, not its investigation
 */
record Moment(Span span, boolean ofOffence) {}
