// Tokens that every script on a page can read.

import { framesAround, hasKind, isComponent } from '../../model/ends'
import type { Component, Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import type { Step } from '../../syntax/tree'
import type { Span } from '../../text/span'
import { labelSpanOf, nameSpan } from '../queries/places'
import { defineRule } from '../rule'

export const tokenInWebStorage = defineRule({
  id: 'token-in-web-storage',
  category: 'security',
  speaksOf: 'hazard',
  summary: 'A browser keeps a token in localStorage, sessionStorage or IndexedDB.',
  presets: { recommended: 'info' },
  everyDiagram: true,
  // Whoever weighs it against scripts has decided.
  settledBy:
    /(?:(?:local|session) ?storage|indexed ?db)\b[^.\n]{0,160}\bxss\b|\bxss\b[^.\n]{0,160}(?:(?:local|session) ?storage|indexed ?db)\b|\bnon-?extractable\b/i,
  options: {},

  *check(system) {
    const found = [...keptIn(system)].find(({ words }) => keepsToken(words))
    if (!found) return
    const store = storeIn(found.words)
    yield {
      at: found.at,
      oncePerDocument: true,
      message: `A token is kept in ${store}, which every script on the page can read: one injected script or compromised package sends it away, and it works elsewhere until it expires. Keep it in an HttpOnly, Secure, SameSite cookie, or only in memory and renew it with such a cookie.`,
    }
  },
})

/** The first that the words name. */
const storeIn = (words: string): string => {
  const [named = ''] =
    /\b(?:indexed ?db|session ?storage|local ?storage)\b|セッション|세션/i.exec(words) ?? []
  if (/^indexed/i.test(named)) return 'IndexedDB'
  return /^(?:session|セッション|세션)/i.test(named) ? 'sessionStorage' : 'localStorage'
}

/** In Latin letters, and as other scripts spell it; what `本地存储` and `almacenamiento local` hold may be a phone's. */
const storage =
  /\b(?:local|session) ?storage\b|\bindexed ?db\b|(?:ローカル|セッション)[ ・]?ストレージ|(?:로컬|세션) ?스토리지|浏览器(?:的)?本地存储|瀏覽器(?:的)?本地儲存|\b(?:almacenamiento|armazenamento) local de?o?l? navega\w+|локальн\p{L}+ хранилищ\p{L}+ браузера/iu

const token =
  /(?<!\p{L})(?:jwts?|(?:access|refresh|auth|id|bearer|session)?[-_ ]?tokens?)(?!\p{L})|token[s']|Token\b|トークン|令牌|토큰|токен/iu

/** Other tokens open nothing, and a phone's storage runs no page. */
const harmless =
  /\b(?:csrf|xsrf|push|device|fcm|cart|design|sync|delta|page|continuation|resume) ?tokens?\b|\b(?:remove|removes|clear|clears|delete|deletes|wipe|wipes|not|never|no|instead|encrypt\w*|keychain|keystore|secure ?store|thread|react native|expo|flutter)\b|削除|消去|クリア|破棄|삭제|제거|删除|清除|\b(?:elimina|borra|limpia|remove|apaga)\w*\b|удал/i

const keepsToken = (words: string): boolean =>
  token.test(words) && !harmless.test(words) && !keepsKey.test(words)

/** The key that tells one request from the next is no secret. */
const keepsKey = /\bidempotency\b[^\n]{0,80}\b(?:local|session) ?storage\b/i

interface Kept {
  readonly words: string
  readonly at: Span
}

/** What is said of such a store: on a box, on an arrow or its ends, in a note. */
function* keptIn({ components, connections, diagram }: System): Iterable<Kept> {
  const stores = new Set<unknown>(components.filter(isBrowserStore))
  for (const part of components) if (stores.has(part)) yield { words: describe(part), at: nameSpan(part) }
  for (const connection of connections) {
    const words = wordingOf(connection.arrow)
    const store = [connection.from, connection.to].find(end => stores.has(end))
    if (!isOnPhone(connection) && (store || storage.test(words)))
      yield {
        words: `${words} ${store?.text ?? ''} ${justGot(connection, connections)}`,
        at: labelSpanOf(connection),
      }
  }
  yield* notesIn(diagram.steps)
}

/** `14. returns the JWT`, `15. localStorage`: what it has got just before is what it keeps. */
function justGot({ from, to, index }: Connection, connections: readonly Connection[]): string {
  const before = from === to ? connections[index - 1] : undefined
  return before && before.to === from && before.from !== from ? wordingOf(before.arrow) : ''
}

const describe = ({ text, node }: Component): string => `${text} ${node.description ?? ''}`

/** `Session Storage` beside the caches of a server is another one. */
const isBrowserStore = (part: Component): boolean =>
  storage.test(describe(part)) &&
  !(/session storage/i.test(part.text) && framesAround(part).some(frame => onServer.test(frame.text)))

const onServer = /\b(?:data|cach\w*|databases?|backend|servers?)\b/i

const isOnPhone = ({ from, to }: Connection): boolean =>
  [from, to].some(end => isComponent(end) && hasKind(end, 'mobile'))

function* notesIn(steps: readonly Step[]): Iterable<Kept> {
  for (const step of steps)
    if (step.kind === 'note' && storage.test(step.text)) yield { words: step.text, at: step.span }
    else if (step.kind === 'fragment') for (const section of step.sections) yield* notesIn(section.steps)
}
