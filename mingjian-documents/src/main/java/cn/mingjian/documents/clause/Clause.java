package cn.mingjian.documents.clause;

import cn.mingjian.documents.text.Span;

/**
 * One clause of a contract.
 *
 * @param part which part of the contract it stands in
 * @param number with the numbers of the clauses around it, 8.3.1; 0 for what stands before the first. A number that a part
 *     uses twice gets the count behind it, 3-2
 * @param span its words, without its number
 */
public record Clause(ContractPart part, String number, Span span) {}
