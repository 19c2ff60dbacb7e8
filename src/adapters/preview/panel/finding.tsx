// A finding as a reader sees it: its rule, its message, its ways out.

import type { Send } from '../host'
import { t } from '../translation'
import { type PreviewFinding, severityNames } from '../view'
import { Prose } from './section'

export interface FindingArticleProps {
  readonly finding: PreviewFinding
  /** Among those of the picture. */
  readonly index: number
  readonly send: Send
}

/** Rule, message and what can be done, for the card and for the panel. */
export const FindingArticle = ({ finding, index, send }: FindingArticleProps) => (
  <article class="finding">
    <p class={`rule ${finding.severity}`}>
      {finding.rule}
      <span class="quiet">{` ${severityNames[finding.severity]} · ${t('line {0}', finding.line)}`}</span>
    </p>
    <p lang="en">
      <Prose text={finding.message} />
    </p>
    <div class="ways">
      {finding.fixes.map((title, fix) => (
        <button
          key={title}
          type="button"
          lang="en"
          class="link"
          onClick={() => send({ type: 'fix', finding: index, fix })}
        >
          {title}
        </button>
      ))}
      <button
        type="button"
        class="link"
        aria-label={t('Why {0} matters', finding.rule)}
        onClick={() => send({ type: 'open', url: finding.url })}
      >
        {t('Why')}
      </button>
    </div>
  </article>
)
