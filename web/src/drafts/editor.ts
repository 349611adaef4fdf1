/** The text editor (CodeMirror 6) as the pages use it: for YAML, with marks where the check found something. */
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import { bracketMatching, defaultHighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language'
import { type Diagnostic, lintGutter, nextDiagnostic } from '@codemirror/lint'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView, highlightActiveLine, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view'

import type { DraftProblem } from '../api/schema'
import { say } from '../words'
import { stretchAt } from './places'

const LOOK = EditorView.theme({
  '&': { height: '430px', fontSize: '13px', border: '1px solid var(--line-strong)', borderRadius: '3px', backgroundColor: '#fff' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '1px' },
  '.cm-scroller': { fontFamily: "ui-monospace, 'DejaVu Sans Mono', Consolas, 'Noto Sans Mono CJK SC', 'Microsoft YaHei', monospace", lineHeight: '1.5' },
  '.cm-gutters': { color: 'var(--ink-soft)', backgroundColor: '#f0f3f7', borderRight: '1px solid var(--line)' },
  '.cm-activeLine': { backgroundColor: '#f3f6fb' },
  '.cm-tooltip': { maxWidth: '520px', overflowWrap: 'anywhere' },
})

/** Tab indents here; Escape and then Tab leaves, as CodeMirror provides. */
function extensions(path: string, label: string, typed: (text: string) => void): Extension[] {
  return [
    lineNumbers(),
    lintGutter(),
    history(),
    highlightSpecialChars(),
    highlightActiveLine(),
    bracketMatching(),
    indentUnit.of('  '),
    syntaxHighlighting(defaultHighlightStyle),
    path.endsWith('.yaml') ? yaml() : [],
    keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab, { key: 'F8', run: nextDiagnostic }]),
    EditorView.contentAttributes.of({ tabindex: '0', 'aria-label': label, 'aria-describedby': 'editor-keys', spellcheck: 'false' }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) typed(update.state.doc.toString())
    }),
    LOOK,
  ]
}

export function stateOf(path: string, text: string, label: string, typed: (text: string) => void): EditorState {
  return EditorState.create({ doc: text, extensions: extensions(path, label, typed) })
}

/** The problems of a file as marks in its text; what concerns the whole file is marked at its beginning. */
export function marks(text: string, problems: DraftProblem[]): Diagnostic[] {
  return problems.map((problem) => ({
    ...stretchAt(text, problem.line, problem.column),
    severity: problem.severity,
    message: say(problem.message),
  }))
}
