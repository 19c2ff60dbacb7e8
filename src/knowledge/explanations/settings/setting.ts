// Keys of configuration files, as people type them beside a value: what each sets, and what it is unless set.

/** Name, what it sets, its default, and the id of the explanation to read with it. */
export type SettingRow = readonly [name: string, sets: string, byDefault: string, entry: string]

/** The keys of one product. */
export interface SettingsOf {
  readonly product: string
  /** Words that stand before its keys in code and files, besides its name: `server.` of `server.keepAliveTimeout`. */
  readonly called?: string
  /** Keys that are everyday words: meant only where one of the product's words stands before them. */
  readonly ownedOnly?: true
  /** Where the defaults are written. */
  readonly source: string
  /** Month in which the defaults were compared with the source; undefined if they never were. */
  readonly confirmed?: string
  readonly rows: readonly SettingRow[]
}

/** One setting with what it shares with others of its product, as the table of all of them keeps it. */
export interface KnownSetting {
  readonly name: string
  readonly sets: string
  readonly byDefault: string
  readonly entry: string
  readonly product: string
  readonly source: string
  readonly confirmed?: string
  /** Words that may stand before it, folded, with blanks between. */
  readonly owners: string
  readonly ownedOnly?: true
}
