// What one attaches to a design review: one page with everything the preview shows, or a table of the flows.

import type { PreviewModel } from '../../../service/preview/messages'
import { changing } from '../changing'
import { attemptsText, availability, downtime, durationText, markedFigure } from '../format'
import { goalParts } from '../goal'
import { describeChange } from '../panel/what-if'
import { language, t } from '../translation'
import { nameOfNode, type PreviewFlow, severityNames } from '../view'

const columns = [
  ...[t('Flow'), 'p50', 'p95', 'p99'],
  ...[t('Availability'), t('Down a year'), t('Worst case'), t('Goal')],
] as const

/** The flows and their figures, as Markdown. */
export const flowsInMarkdown = (picture: PreviewModel): string => {
  const row = (cells: readonly string[]) =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const rows = picture.flows.map(flow => row(cellsOf(flow, picture)))
  return `${[row(columns), row(columns.map((_, place) => (place > 0 && place < 6 ? '--:' : '---'))), ...rows].join('\n')}\n`
}

const cellsOf = (flow: PreviewFlow, picture: PreviewModel): readonly string[] => {
  const { assumed } = flow.notes
  const before = flow.before ?? flow
  const time = (key: 'p50' | 'p95' | 'p99') => {
    const words = (of: typeof before) =>
      of.availability === 0 ? t('no answer') : markedFigure(durationText(of[key]), assumed.times)
    return changing(before, flow, words).text
  }
  const marked = (words: (of: typeof before) => string) =>
    changing(before, flow, of => markedFigure(words(of), assumed.availability)).text
  const goal = flow.objective
  return [
    flow.name,
    time('p50'),
    time('p95'),
    time('p99'),
    marked(of => availability(of.availability)),
    marked(of => downtime(of.downtimeSecondsPerYear)),
    Math.max(flow.attempts, before.attempts) > 1
      ? t(
          '{0} at {1}',
          changing(before.attempts, flow.attempts, attemptsText).text,
          nameOfNode(picture)(flow.attemptsAt),
        )
      : t('one attempt'),
    goal ? goalCell(goal) : '',
  ]
}

const goalCell = (goal: NonNullable<PreviewFlow['objective']>): string => {
  const { missed, kept } = goalParts(goal)
  return [
    ...(missed.length > 0 ? [t('{0}: missed', missed.join(', '))] : []),
    ...(kept.length > 0 ? [t('{0}: met', kept.join(', '))] : []),
  ].join('; ')
}

/** One file: nothing in it runs, is fetched or leads elsewhere. */
export const report = (picture: PreviewModel, svg: string): string => `<!DOCTYPE html>
<html lang="${language()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escaped(picture.title || t('Design'))}</title>
<style>${styles}</style>
</head>
<body>
<h1>${escaped(picture.title || t('Design'))}</h1>
${picture.flows.map(({ overview }) => `<p>${escaped(overview)}</p>`).join('\n')}
${listSection(
  t('What if'),
  picture.changes.map(change => escaped(describeChange(change, picture))),
)}
<figure>${svg}</figure>
<h2>${t('Flows')}</h2>
<table><thead><tr>${columns.map(name => `<th>${name}</th>`).join('')}</tr></thead>
<tbody>${picture.flows.map(flow => `<tr>${cells(cellsOf(flow, picture))}</tr>`).join('')}</tbody></table>
${picture.flows.map(flow => flowSection(flow)).join('\n')}
${listSection(
  t('Findings'),
  picture.findings.map(
    ({ rule, severity, message, line }) =>
      `${t('{0}, line {1}:', severityNames[severity], line)} ${inEnglish(`${message} (${rule})`)}`,
  ),
)}
${listSection(t('Assumed'), assumptions(picture))}
</body>
</html>
`

const flowSection = (flow: PreviewFlow): string => {
  if (flow.bars.length === 0 || flow.availability === 0) return ''
  const total = Math.max(...flow.bars.flatMap(({ end, before }) => [end, before?.end ?? 0]), 1e-9)
  const rows = flow.bars.map(bar => {
    const part = (ms: number) => `${((100 * ms) / total).toFixed(2)}%`
    const limit = bar.timeout === null ? t('never') : durationText(bar.timeout - bar.start)
    const spanned = (name: string, { start, end }: { start: number; end: number }) =>
      `<span class="${name}" style="left:${part(start)};width:${part(end - start)}"></span>`
    const was = bar.before && bar.before.end - bar.before.start
    const takes = changing(was, bar.end - bar.start, durationText)
    const past = bar.before && takes.past !== '' ? spanned('was', bar.before) : ''
    const track = `<span class="track">${past}${spanned('bar', bar)}</span>`
    return `<tr><td style="padding-left:${bar.depth + 0.5}em">${escaped(bar.label)}</td><td>${track}</td>${cells([takes.text, limit])}</tr>`
  })
  const head = `<tr>${[t('Call'), t('When'), t('Takes'), t('Times out after')].map(name => `<th>${name}</th>`).join('')}</tr>`
  return `<h2>${escaped(t('One request: {0}', flow.name))}</h2>\n<table class="request"><thead>${head}</thead><tbody>${rows.join('')}</tbody></table>`
}

const assumptions = (picture: PreviewModel): readonly string[] => {
  const nameOf = nameOfNode(picture)
  const lines = picture.flows.flatMap(({ assumed }) =>
    assumed.map(
      ({ at, key, value, source }) =>
        `${escaped(`${at.split('->').map(nameOf).join(' → ')}: ${key} ${value}`)} (${inEnglish(source)})`,
    ),
  )
  return [...new Set(lines)]
}

/** Messages of rules and what figures are based on are not translated. */
const inEnglish = (text: string): string => `<span lang="en">${escaped(text)}</span>`

/** `items`: as HTML. */
const listSection = (title: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `<h2>${title}</h2>\n<ul>${items.map(item => `<li>${item}</li>`).join('')}</ul>`

const cells = (texts: readonly string[]): string => texts.map(text => `<td>${escaped(text)}</td>`).join('')

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

const styles = `
body { max-width: 1100px; margin: 2em auto; padding: 0 1em; font: 15px/1.5 system-ui, sans-serif; color: #222; background: #fff; }
* { print-color-adjust: exact; }
h2 { break-after: avoid; }
figure, tr, li { break-inside: avoid; }
figure { margin: 1em 0; overflow-x: auto; }
figure svg { max-width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { padding: 4px 8px; border-bottom: 1px solid #ddd; text-align: left; vertical-align: top; }
.request td:nth-child(2) { width: 45%; }
.track { position: relative; display: block; height: 1em; margin-top: 3px; background: #f2f2f2; }
.track span { position: absolute; top: 0; bottom: 0; min-width: 2px; box-sizing: border-box; }
.track .bar { background: #c2410c; }
.track .was { top: -2px; bottom: -2px; border: 1px dashed #555; }
`
