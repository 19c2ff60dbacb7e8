// What the preview's page may run and load: its own scripts, and nothing from elsewhere.

/**
 * The Content-Security-Policy of a page whose files come from `source`. Mermaid puts style elements into its
 * pictures, so styles are free; scripts are those with the nonce and what they import. The frame that Mermaid draws in
 * inherits all of it, and gets Mermaid's script from the page, which reads it.
 */
export const policyFor = (source: string, nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src ${source} 'unsafe-inline'`,
    `connect-src ${source}`,
    'img-src data:',
    'font-src data:',
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ')
