// Links that open private files for whoever has them, for months.

import { defineRule } from '../rule'

export const longLivedLink = defineRule({
  id: 'long-lived-link',
  category: 'security',
  speaksOf: 'hazard',
  summary: 'A signed or shared link to a file is valid for longer than a week.',
  presets: { recommended: 'warning' },
  told: [
    {
      words: [
        /\b(?:pre-?signed|signed|sas|share|shared|shareable|download|long-lived) (?:download )?(?:urls?|links?|tokens?|uris?)\b|\blong-lived link|vorsignierte|signierte[rn]? (?:url|link)|(?:url|enlace)s? (?:pre)?firmad|签名(?:的)?(?:url|链接)|预签名|署名付き/i,
        /\b(?:valid|expires?|expir(?:y|ing|ation)|lives?|lifetime|ttl|good|works?)\b.{0,20}\b(?:\d+ (?:months?|years?)|(?:8|9|[1-9]\d{1,3}) days|[2-9] weeks|a year|one year|a month)\b|\b(?:never|not|don['’]t|doesn['’]t|do not|does not) expires?\b|\bwithout (?:an? )?expir|\bno expir|gültig.{0,15}(?:jahr|monat)|\bläuft nie ab|válid.{0,15}(?:año|mes)|no caduca|(?:有效期|有効期限).{0,8}(?:年|月|なし)|永久有效|無期限|永不过期/i,
      ],
      unless:
        /\bunless\b|\bkeys? (?:is|are)\b|\bpublic (?:assets?|images?)|\brevo(?:ked?|cation)|\bcertificates?\b|\bone[- ]time\b/i,
      message:
        'Anyone who has the link can open the file. Links are forwarded and kept in mails, chats and logs, and this one works for weeks or longer, even for people who have left. Sign a link for a few minutes when somebody asks, after checking their permission, and share the address of that check instead.',
    },
  ],
  options: {},

  check: () => [],
})
