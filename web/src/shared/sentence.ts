/** The sentence of a rule as its model writes it has names of facts in braces; a reader of the rule sees an ellipsis. */
export function withoutHoles(sentence: string): string {
  return sentence.replace(/\{\w+\}/g, '…')
}
