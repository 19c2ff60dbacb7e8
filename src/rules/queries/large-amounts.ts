// Amounts of rows that nobody reads at once.

const rows =
  'rows?|entries|records|lines|documents|events|messages|attempts|orders|transactions|items|products|articles|users|customers|zeilen|einträge|datensätze|filas|registros|artículos|linhas|lignes|enregistrements|artigos'

/** `1.1 billion rows`, `14 million`, `12 Mio. Datensätze`, `3亿条`: millions of what a table holds. */
export const largeAmount = new RegExp(
  String.raw`\b\d[\d.,]{0,8}\+?\s?(?:million|billion|mio\b|mrd\b|millones|milhões|millionen|milliarden|millions|milliards|m\b|bn\b)[^.\n]{0,40}\b(?:${rows})\b|\b(?:${rows})\b[^.\n]{0,40}\b\d[\d.,]{0,8}\+?\s?(?:million|billion|mio\b|millones|milhões|millionen|milliarden|millions|milliards)|\d[\d.,]{0,8}\s?[万亿億]\s?[条行件笔]|\d[\d.,]{0,8}\s?[만억]\s?[건개행]|\d[\d.,]{0,8}\s?(?:млн|млрд)\.? (?:строк|записей)`,
  'iu',
)
