// Paths like `/createUser`: the verb in them, and the path of the resource they mean.

export interface VerbPath {
  /** As written: `create`, `getAll`. */
  readonly verb: string
  /** The method that says the same. */
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** What the verb is about, in kebab case: `user`, `order-items`. */
  readonly noun: string
  /** Segments before and after. */
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** With its question mark, '' if there is none. */
  readonly query: string
}

/** The first segment of a path that is a verb and a noun. */
export function verbPathIn(path: string): VerbPath | undefined {
  const end = path.search(/[?#]|$/)
  const segments = path.slice(0, end).split('/').filter(Boolean)
  const query = path.slice(end)
  for (const [index, segment] of segments.entries()) {
    const match =
      camel.exec(segment) ?? pascal.exec(segment) ?? separated.exec(segment) ?? glued.exec(segment)
    const [, verb = '', noun = ''] = match ?? []
    const method = methods.get(verb.toLowerCase())
    if (!method || isSentence.test(kebab(noun))) continue
    return {
      verb,
      method,
      noun: kebab(noun),
      query,
      before: segments.slice(0, index),
      after: segments.slice(index + 1),
    }
  }
  return undefined
}

/** `POST /createUser` means `/users`, `DELETE /deleteOrder` `/orders/:id`, `GET /getOrdersByUser` `/orders?user=…`. */
export function restPathFor({ verb, method, noun, before, after, query }: VerbPath): string {
  const name = noun.replace(/^all(?:-|$)/, '').replace(/-by-[a-z-]+$/, '')
  const by = /-by-([a-z-]+)$/.exec(noun)?.[1]
  const isFiltered = by !== undefined && by !== 'id'
  const isMany = /all$/i.test(verb) || /^all(?:-|$)/.test(noun) || (method === 'GET' && isPlural(name))
  const collection = name === '' ? [] : [isPlural(name) ? name : plural(name)]
  const one = method === 'POST' || isMany || isFiltered || after.length > 0 ? [] : [':id']
  const filter = isFiltered && query === '' && after.length === 0 ? `?${by}=…` : query
  return `/${[...before, ...collection, ...after, ...one].join('/')}${one.length > 0 ? '' : filter}`
}

const methods: ReadonlyMap<string, VerbPath['method']> = new Map(
  Object.entries({
    create: 'POST',
    add: 'POST',
    insert: 'POST',
    get: 'GET',
    getall: 'GET',
    fetch: 'GET',
    fetchall: 'GET',
    update: 'PUT',
    edit: 'PUT',
    delete: 'DELETE',
    remove: 'DELETE',
  }),
)

const verbs = 'create|add|insert|getAll|get|fetchAll|fetch|update|edit|delete|remove'
/** `createUser`, `getAllProducts`, `DeleteOrder`. */
const camel = new RegExp(`^(${verbs})([A-Z][A-Za-z0-9]*)$`)
const pascal = /^(Create|Get|Update|Delete)([A-Z][a-z][A-Za-z0-9]*)$/
/** `create-user`, `get_orders`; "get-started" is a page. */
const separated =
  /^(create|get|update|delete|remove)[-_]((?!started|involved|help|in-touch|the-app)[a-z][a-z0-9_-]*)$/
const glued =
  /^(create|get|update|delete)(users?|orders?|products?|items?|accounts?|customers?|posts?|tasks?|comments?)$/

/** `create-backtest-with-data` says more than a resource can. */
const isSentence = /(?:^|-)(?:with|without|for|and|or|to|from|in|on|into|as|of|via|using)-/

const kebab = (noun: string): string =>
  noun
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase()

const isPlural = (noun: string): boolean => /[^su]s$/.test(noun)

function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}
