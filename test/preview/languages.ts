// The preview's bundles: the German one, and one in no language, in which everything that is translated is seen.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Translate, untranslated } from '../../src/text/translation'

export type Translations = Readonly<Record<string, string>>

export const german: Translations = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../l10n/bundle.l10n.de.json'), 'utf8'),
)

/** Each letter of the German one is another script's: what is in Latin letters then is translated by nobody. */
export const unspoken: Translations = Object.fromEntries(
  Object.entries(german).map(([message, translated]) => [
    message,
    translated.replace(/\{\d\}|\p{L}/gu, sign => (sign.startsWith('{') ? sign : 'ж')),
  ]),
)

/** As `vscode.l10n.t` does it. */
export const translatingBy =
  (translations: Translations): Translate =>
  (message, ...values) =>
    untranslated(translations[message] ?? message, ...values)
