// What mermaid-bundle.mjs puts beside Mermaid: the purifier that it brings along.

import type createPurifier from 'dompurify'

declare module 'mermaid' {
  export const DOMPurify: typeof createPurifier
}
