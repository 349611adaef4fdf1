import vue from 'eslint-plugin-vue'
import typescript from 'typescript-eslint'

export default typescript.config(
  { ignores: ['dist/', 'node_modules/', 'target/', 'src/api/schema.ts'] },
  ...typescript.configs.recommended,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: typescript.parser } },
    rules: {
      // Every word on a page stands in src/words, in both languages.
      'vue/no-bare-strings-in-template': ['error', { allowlist: ['·', '/', '→', '—', '×', '(', ')', '（', '）', ':', '：', ',', '+', '−', '%', '#', '…', '|', '?', '.', '~', '≈', '>', '<'] }],
      'vue/multi-word-component-names': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-indent': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/require-default-prop': 'off',
      // Markdown alone is set as HTML, in shared/MarkdownText.vue, which says why it may.
      'vue/no-v-html': 'error',
    },
  },
  {
    files: ['**/*.{ts,vue}'],
    rules: {
      // Naming a property only to leave it out of the rest.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      'max-lines': ['error', 400], 'max-lines-per-function': ['error', { max: 80, skipComments: true }],
    },
  },
)
