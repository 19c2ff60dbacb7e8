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
