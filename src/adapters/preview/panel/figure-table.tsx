// The picture as a table: components and calls with all their figures, for who can't see it.

import type { PreviewModel } from '../../../service/preview/messages'
import { changing } from '../changing'
import { availability, durationText, percent, timesText } from '../format'
import { keyOf } from '../target'
import { t } from '../translation'
import { nameOfNode, type PreviewFlow } from '../view'

export interface FigureTableProps {
  readonly picture: PreviewModel
  readonly flow: PreviewFlow
}

const columns = [
  ...[t('Part'), t('Own p99'), t('Up')],
  ...[t('Of the p99'), t('Of the downtime'), t('Attempts')],
]

/** Behind a click, since the picture says the same. */
export const FigureTable = ({ picture, flow }: FigureTableProps) => {
  const nameOf = nameOfNode(picture)
  const shares = new Map(flow.shares.map(share => [keyOf(share.target), share]))
  const parts = [
    ...picture.nodes.map(({ id, text, p99, availability: up, before }) => ({
      name: text,
      share: shares.get(keyOf({ kind: 'node', id })),
      own: typeof p99 === 'number' ? changing(before?.p99, p99, durationText).text : '',
      up: up === undefined ? '' : changing(before?.availability, up, availability).text,
    })),
    ...picture.arrows.map(({ index, from, to, timeout }) => ({
      name: `${nameOf(from)} → ${nameOf(to)}`,
      share: shares.get(keyOf({ kind: 'arrow', index })),
      own: timeout === undefined ? '' : t('timeout {0}', durationText(timeout)),
      up: '',
    })),
  ].filter(({ share }) => share !== undefined)
  return (
    <details class="table">
      <summary>{t('Table of components and calls')}</summary>
      <table>
        <thead>
          <tr>
            {columns.map(name => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map(({ name, share, own, up }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{own}</td>
              <td>{up}</td>
              <td>{changing(share?.before?.latency, share?.latency ?? 0, percent).text}</td>
              <td>{changing(share?.before?.unavailability, share?.unavailability ?? 0, percent).text}</td>
              <td>{changing(share?.before?.attempts, share?.attempts ?? 1, timesText).text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
