// The words of the preview's page: the extension's own bundle as data in the page.

/** What `vscode.l10n` knows of the reader's language; undefined for English. */
export type Bundle = Readonly<Record<string, string>> | undefined

/** Nothing runs in it, whatever the bundle says. */
export const translationsElement = (bundle: Bundle): string =>
  bundle
    ? `<script type="application/json" id="translations">${JSON.stringify(bundle).replaceAll('<', '\\u003c')}</script>`
    : ''
