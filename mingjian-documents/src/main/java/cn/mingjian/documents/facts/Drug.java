package cn.mingjian.documents.facts;

import cn.mingjian.documents.text.Span;

/**
 * A drug where it is named.
 *
 * @param code of the template's element {@code drug}: one for all names of a drug
 */
record Drug(Span span, String code) {}
