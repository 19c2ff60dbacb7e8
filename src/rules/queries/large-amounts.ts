// Amounts of rows that nobody reads at once.

const amount = String.raw`\d[\d.,]{0,8}\+?\s?(?:million|billion|mio\b|mrd\b|millones|milhões|millionen|milliarden|millions|milliards)`
/** `412 000 objects`, `250,000 rows`. */
const hundredsOfThousands = String.raw`[1-9]\d{2}[\s.,]\d{3}`
const rows =
  'rows?|entries|records|lines|documents|events|messages|frames|attempts|orders|transactions|items|objects|products|articles|users|customers|readings|zeilen|einträge|datensätze|filas|registros|artículos|linhas|lignes|enregistrements|artigos'

/** `1.1 billion rows`, `12 Mio. Datensätze`, `3亿条`: what a table holds. Money and requests are counted otherwise. */
export const largeAmount = new RegExp(
  [
    String.raw`\b(?:${amount}|${hundredsOfThousands})\s(?:\p{L}+\s){0,2}(?:${rows})(?!\p{L})`,
    String.raw`\b(?:${rows})\b[^.\n]{0,40}\b${amount}`,
    String.raw`\d[\d.,]{0,8}\s?[万亿億]\s?[条行件笔]|\d[\d.,]{0,8}\s?[만억]\s?[건개행]|\d[\d.,]{0,8}\s?(?:млн|млрд)\.? (?:строк|записей)`,
  ].join('|'),
  'iu',
)
