import MarkdownIt from 'markdown-it'

// No HTML of the author reaches the page, no picture is fetched, and only links within a text or to the web are made.
const markdown = new MarkdownIt({ html: false, linkify: false }).disable('image')
markdown.validateLink = (address) => /^(https?:\/\/|#)/i.test(address.trim())
markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet('rel', 'noopener noreferrer')
  tokens[index]?.attrSet('target', '_blank')
  return self.renderToken(tokens, index, options)
}
// A text stands below the headings of its page: its first level is the page's third.
for (const rule of ['heading_open', 'heading_close']) {
  markdown.renderer.rules[rule] = (tokens, index, options, _env, self) => {
    const token = tokens[index]
    if (token) token.tag = `h${Math.min(Number(token.tag.slice(1)) + 2, 6)}`
    return self.renderToken(tokens, index, options)
  }
}

/** Markdown as HTML that is safe to set into a page. The first heading is dropped: the page has it as its title. */
export function renderMarkdown(text: string): string {
  return markdown.render(text.replace(/^\s*# [^\n]*\n/, ''))
}
