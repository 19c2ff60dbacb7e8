// Pictures of what runs on a developer's machine or for a trial: by what stands above them.

import type { AnalyzedDiagram } from './snapshot'

/** By the nearest headings, the label over the picture or its title. */
export function isSmallSetup({ introduction, system: { diagram } }: AnalyzedDiagram): boolean {
  const { headings, before } = introduction
  return [...headings.slice(-nearest), before.slice(-longest), diagram.title ?? ''].some(words =>
    small.test(words),
  )
}

const nearest = 2

/** Characters of a label, or of the sentence that leads to the picture. */
const longest = 100

/** A `development view` shows how the code is divided. */
const small =
  /\b(?:local(?:ly)?|dev(?:elopment)?|test(?:ing)?|demo|sandbox)(?: |-)(?:dev\w*|set-?ups?|environments?|deployments?|machines?|stacks?|modes?|installations?|topolog\w+|architectures?|use|only)\b|\bdevelopment\b(?!,? (?:views?|plans?|process\w*|teams?|lifecycle|roadmap|workflow|phases?))\W*$|\((?:local|dev(?:elopment)?|minimal|testing|demo|single[- ]\w+)\)|\blocalhost\b|\bsingle[- ](?:node|instance|server|machine|host|box|redis|vm)\b|\bminimal (?:set-?up|deployment|installation|configuration|stack)\b|\b(?:quick|getting) ?start(?:ed)?\b|\bplayground\b|\bhome ?lab\b|\bproof of concept\b|\bpoc\b|本地(?:开发|部署)|^\W*(?:ローカル|로컬)\W*$|(?:ローカル|로컬|本地) ?(?:docker|compose)|ローカル開発|로컬 개발|开发环境|開発環境|ローカル環境|개발 ?환경|로컬 ?환경|entorno (?:local|de desarrollo)|ambiente (?:local|de desenvolvimento)|entwicklungsumgebung|lokale (?:umgebung|entwicklung)|desarrollo local|desenvolvimento local|développement local|environnement (?:local|de développement)|локальн\S+ (?:разработк|окружен)/i
