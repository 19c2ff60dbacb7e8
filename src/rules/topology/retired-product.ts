// A product in the picture that its vendor has shut down or no longer supports.

import { lazily, monthOf, type RetiredProduct, retiredProducts } from '../../knowledge'
import type { System } from '../../model/system'
import { nameSpan } from '../queries/places'
import { type DrawnWords, drawnWords, namesExamples, showsChange } from '../queries/told'
import { defineRule, type Report } from '../rule'
import { isLeft, supportEnded } from '../support-ended'

export const retiredProduct = defineRule({
  id: 'retired-product',
  category: 'topology',
  speaksOf: 'hazard',
  summary: 'A product in the picture was shut down or is out of support.',
  presets: { recommended: 'info' },
  raised: 'warning',
  options: {},

  *check(system) {
    const places = [...drawnWords(system), ...technologiesOf(system)]
    const picture = places.map(({ text }) => text).join('\n')
    const sought = retiredProducts.filter(
      ({ written, beside, unlessBeside }) =>
        written.test(picture) && (beside?.test(picture) ?? true) && !unlessBeside?.test(picture),
    )
    if (sought.length === 0 || showsChange(system)) return
    for (const product of sought) {
      const named = places.filter(({ text }) => names(text, product))
      const place = named.find(({ text }) => !wraps.test(text)) ?? named[0]
      if (place) yield judge(product, place.at)
    }
  },
})

/** What calls the product, rather than the product. */
const wraps = /\b(?:services?|clients?|adapters?|wrappers?|sdks?|gateways?)\b|服務|服务|サービス|서비스/i

/** As C4 elements state it apart from the label. */
const technologiesOf = ({ components }: System): readonly DrawnWords[] =>
  components.flatMap(part =>
    part.node.technology === undefined ? [] : [{ text: part.node.technology, at: nameSpan(part) }],
  )

const names = (text: string, product: RetiredProduct): boolean =>
  product.written.test(text) &&
  !product.unless?.test(text) &&
  !known.test(text) &&
  !namesExamples.test(text) &&
  !likenesses().get(product)!.test(text)

/** The label itself says that it is on its way out. */
const known =
  /\b(?:legacy|deprecated|obsolete|retired?|retiring|sunset|old|former(?:ly)?|previous(?:ly)?|replac\w*|migrat\w*|instead of|no longer|end[- ]of[- ]life|EOL)\b/i

/** `MinIO-compatible`, `in the style of Hystrix`: something else. What the product itself is compatible with (`S3-compatible`) says nothing. */
const likeIt = String.raw`[- ](?:api[- ])?(?:compatib\w*|inspired|patterns?|like|style)\b`
const asIfIt = String.raw`\b(?:compatib\w* (?:with|to)|inspired by|style of|like) `
const likenessTo = (name: string) => new RegExp(`(?:${name})${likeIt}|${asIfIt}(?:${name})`, 'i')

const likenesses = lazily(
  () => new Map(retiredProducts.map(product => [product, likenessTo(product.written.source)])),
)

/** How it came to an end, and what that means for whoever uses it. */
function told({ name, fate, from, when }: RetiredProduct): string {
  const date = monthOf(when)
  const subject = name.replace(/^the /, 'The ')
  switch (fate) {
    case 'shut down':
      return `${subject} was shut down in ${date}. What depends on it no longer works, and it cannot be set up anew.`
    case 'handed over':
      return `${subject} ended in ${date}. Another company runs what it held, under its own limits, prices and terms.`
    case 'removed':
      return `${subject} was removed from ${from} in ${date}. Current versions don't have it, so it holds back every upgrade.`
    case 'archived':
      return `${subject} was archived in ${date}. It gets no fixes anymore, not even for security holes.`
    case 'out of support':
      return `${subject} has been out of support since ${date}. It gets no fixes anymore, not even for security holes.`
  }
}

const judge = (product: RetiredProduct, at: Report['at']): Report => ({
  at,
  oncePerDocument: product.name,
  raised: product.fate === 'shut down',
  ...(product.inOperation && { inOperation: true }),
  settledBy: settling().get(product)!,
  message: `${told(product)} ${product.instead}`,
})

const going = String.raw`(?:\b(?:replac\w*|legacy|retir(?:e[sd]?|ing|ement)\b(?!-product)|phas\w+ out|archived|instead of|moved? (?:away|off|from)|fork|extended support)\b|${supportEnded}|${isLeft})`
const near = String.raw`[^.|>\n]{0,120}`
const saidOfGoing = (name: string) => new RegExp(`(?:${name})${near}${going}|${going}${near}(?:${name})`, 'i')

const trying = String.raw`\b(?:dev(?:elopment)?|local(?:ly)?|tests?)\b`
const by = String.raw`[^.|>\n]{0,20}`
const ofTrying = (name: string) => new RegExp(`(?:${name})${by}${trying}|${trying}${by}(?:${name})`)
const ofEither = (name: string) => new RegExp(`${saidOfGoing(name).source}|${ofTrying(name).source}`, 'i')

const settlingOf = ({ written: { source }, inOperation }: RetiredProduct): RegExp =>
  inOperation ? ofEither(source) : saidOfGoing(source)

/** A sentence that names it and says that it goes, that somebody else maintains it, or that it only stands in. */
const settling = lazily(() => new Map(retiredProducts.map(product => [product, settlingOf(product)])))
