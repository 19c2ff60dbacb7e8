// Data on the local disk of a platform that throws the disk away.

import { namesStandIn } from '../../knowledge'
import { framesAround, isComponent } from '../../model/ends'
import type { Component, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { nameSpan } from '../queries/places'
import { defineRule, type Report } from '../rule'

interface Platform {
  readonly name: string
  /** As the title of a frame, or as what a box runs on. */
  readonly written: RegExp
  /** It offers no disk that stays. */
  readonly hasNone?: true
  readonly when: string
  readonly instead: string
}

const elsewhere = 'Keep the data in a database server or an object store'

const platforms: readonly Platform[] = [
  {
    name: 'Heroku',
    written: /\bheroku\b/i,
    hasNone: true,
    when: 'when a dyno restarts, at least once a day',
    instead: elsewhere,
  },
  {
    name: 'Vercel',
    written: /\bvercel\b/i,
    hasNone: true,
    when: 'with the instance of the function',
    instead: elsewhere,
  },
  {
    name: 'Netlify',
    written: /\bnetlify\b/i,
    hasNone: true,
    when: 'with the instance of the function',
    instead: elsewhere,
  },
  {
    name: 'Cloud Run',
    written: /\bcloud run\b/i,
    when: 'with each instance, and takes its memory while it lives',
    instead: `${elsewhere}, or mount a volume`,
  },
  {
    name: 'App Engine',
    written: /\bapp engine\b/i,
    when: 'with each instance',
    instead: elsewhere,
  },
  {
    name: 'AWS Lambda',
    written: /\baws lambda\b|\blambda functions?\b/i,
    when: 'with each instance of the function',
    instead: `${elsewhere}, or mount EFS`,
  },
  {
    name: 'Fargate',
    written: /\bfargate\b/i,
    when: 'with each task',
    instead: `${elsewhere}, or mount EFS`,
  },
  {
    name: 'Render',
    written:
      /^\W*render\W*$|\brender\.com\b|\bon render\b|\(render\)|\brender (?:web service|cloud|platform)\b/i,
    when: 'at each deployment and restart',
    instead: `${elsewhere}, or attach a disk and write that`,
  },
  {
    name: 'Railway',
    written:
      /^\W*railway\W*$|\brailway\.(?:app|com)\b|\bon railway\b|\(railway\)|\brailway (?:platform|project|cloud)\b/i,
    when: 'at each deployment',
    instead: `${elsewhere}, or attach a volume and write that`,
  },
]

/** Something that stays, or a server that holds the data. */
const stays =
  /\b(?:volumes?|persisten\w+|durable|mount(?:ed|s)?|litestream|turso|libsql|lite ?fs|efs|nfs|gcsfuse|filestore|disks?\b(?= (?:attached|mounted))|attached disk|render disk|d1|rqlite|postgres\w*|mysql|neon|supabase|s3|gcs|blob)\b/i

const forTrials = String.raw`locally|local dev\w*|dev\w*|tests?|read[- ]only`
const inWords = String.raw`\b(?:sqlite|files?)\b[^.\n]{0,60}\b(?:${forTrials})\b|\b(?:${forTrials})\b[^.\n]{0,60}\b(?:sqlite|files?)\b`

/** A disk that stays, or one that need not. */
const settled = new RegExp(`${stays.source}|${inWords}|\\bephemeral(?!-disk)`, 'i')

export const ephemeralDisk = defineRule({
  id: 'ephemeral-disk',
  category: 'topology',
  speaksOf: 'hazard',
  summary: 'Data is kept on the local disk of a platform that throws the disk away.',
  inOperation: true,
  presets: { recommended: 'info' },
  raised: 'warning',
  settledBy: settled,
  told: [
    {
      words: [
        /\b(?:deploy(?:ed|s|ment)?|host(?:ed|ing|s)?|runs?|running)\b/i,
        /\b(?:on|to|at)[\s*_`[]{1,4}(?:heroku|render(?:\.com)?|railway|google cloud run|cloud run|app engine|aws lambda|aws fargate)\b/i,
        /\b(?:back-?end|api|server|bot|app(?:lication)?|service|everything|project)\b/i,
      ],
      unless: /\bfront-?end\b|\bstatic\b|\bclient\b|\bui\b|\bif\b|\bor\b|\bcan\b|\boptional\w*|\be\.g\./i,
      drawn: ({ connections }) => connections.some(({ callee }) => isComponent(callee) && isKept(callee)),
      message:
        'The platform replaces the local disk at each deployment or restart, and a diagram of this document keeps data in a file there (SQLite, uploads). What users stored is gone then. Use a database server or an object store, or attach a volume and write that here.',
    },
  ],
  options: {},

  *check(system) {
    for (const store of system.components) {
      if (!isKept(store)) continue
      const platform = platformOf(store, system)
      if (platform) yield judge(store, platform)
    }
  },
})

/** A file that outlasts a request: an embedded database, uploads. */
const isKept = (part: Component): boolean => {
  const words = `${part.text} ${part.node.description ?? ''}`
  return onDisk.test(words) && !stays.test(words) && !passing.test(words) && !namesStandIn(words)
}

const onDisk =
  /\bsqlite3?\b|\bduckdb\b|\blowdb\b|\bnedb\b|\bh2 (?:file|database)\b|\buploads? (?:folder|director(?:y|ies)|dir)\b|(?:^|[\s(])\.?\/uploads\b|\blocal (?:disk|file ?system|files)\b|\bjson files?\b/i

/** May be lost, or is never written: then it is shipped with the program. */
const passing =
  /\bcach\w*|\btemp\w*|\btmp\b|\bin[- ]?memory\b|:memory:|\bread[- ]?only\b|\bbundled\b|\bbrowser\b|\btests?\b|\bdev\w*|\bmobile\b|\bdevice\b|\bclient\b|\bseed\b|\bconfig\w*/i

/** The nearest frame that names one, or the only program that opens the file. */
function platformOf(store: Component, system: System): Platform | undefined {
  const titles = framesAround(store).map(({ text }) => text)
  const framed = titles.flatMap(platformIn)[0]
  if (framed) return titles.some(text => stays.test(text)) ? undefined : framed
  if (titles.some(text => isElsewhere.test(text))) return undefined
  const users = system.connections.filter(({ callee }) => callee === store)
  const [use] = users
  if (!use || users.length > 1 || !isComponent(use.caller) || stays.test(wordingOf(use.arrow)))
    return undefined
  return platformIn(use.caller.text)[0]
}

const platformIn = (text: string): readonly Platform[] =>
  platforms.filter(({ written }) => written.test(text)).slice(0, 1)

/** Another machine that keeps its disk. */
const isElsewhere = /\b(?:vps|vm|ec2|server|on-?prem\w*|local|kubernetes|k8s|docker|storage|data)\b/i

const judge = (store: Component, { name, hasNone, when, instead }: Platform): Report => ({
  at: nameSpan(store),
  oncePerDocument: store.name,
  ...(hasNone && { raised: true }),
  message: `${store.name} lies on the local disk of ${name}, which is lost ${when}. What users stored there is gone then, and other instances never see it. ${instead}.`,
})
