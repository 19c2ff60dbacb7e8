// What the preview's page may run and load: its own script, and nothing from elsewhere.

/**
 * The Content-Security-Policy of a page whose files come from `source`. Mermaid puts style elements into its
 * pictures, so styles are free; scripts are the one with the nonce and what it imports.
 */
export const policyFor = (source: string, nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src ${source} 'unsafe-inline'`,
    'img-src data:',
    'font-src data:',
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ')
