// Words by which documents say that a product's support has ended, and that one leaves it: sources of patterns.

/** English, German, Spanish, Portuguese, French, Russian, Korean, Japanese, Chinese. */
export const supportEnded = [
  String.raw`\b(?:deprecat\w*|end[- ]of[- ](?:life|support)|EOL|discontinued|unmaintained|(?:is|goes|went|runs?) (?:now |already )?out of support|support (?:has |was )?end(?:s|ed))\b`,
  String.raw`\b(?:abgekündigt|veraltet|nicht mehr (?:unterstützt|gepflegt|gewartet)|obsolet[oa]s?|descontinuad[oa]s?|sin soporte|sem suporte|fi[mn] d[eo] (?:vida|soporte|suporte)|fin de (?:vie|support))\b`,
  'obsolète|plus (?:maintenue?|supportée?)s?|устаре(?:л|вш)|снят\\S{0,3} с поддержки|поддержк\\S{0,2} (?:прекращ|законч|заверш)|не поддержива',
  '지원 ?(?:이 |을 )?(?:종료|중단|만료)|단종|サポート(?:が|は)?(?:終了|切れ)|非推奨|廃止|开发终止|停止(?:维护|維護|支持|支援|服务)|终止支持|不再(?:维护|維護|支持|支援)|已?(?:废弃|弃用|棄用|淘汰)',
].join('|')

export const isLeft = [
  String.raw`\b(?:sunset|shut ?down|no longer)\b`,
  String.raw`\b(?:eingestellt|migra(?:t|r|c|ç|d|tion)\w*|migrier\w*|ersetz\w*|ablös\w*|reemplaz\w*|substitu[ií]\w*|remplac\w*)`,
  '더 이상|миграц|мигрир|замен[аеия]|마이그레이션|전환|대체|移行|置き換え|迁移|遷移|替换|替換|取代',
].join('|')
