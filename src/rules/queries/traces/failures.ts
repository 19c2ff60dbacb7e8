// Branches that are taken when something went wrong.

import type { Branch } from './branches'

const failure =
  /\bfail\w*|\berrors?\b|\bdeclin\w*|\breject\w*|time-?out|timed out|unavailable|insufficient|exception|invalid|out of stock|sold out|\bdown\b|not (?:available|enough|ok|approved)|실패|오류|에러|부족|거절|失败|错误|不足|拒绝|失敗|エラー|拒否|falh|erro\b|fallo|falla|rechaz|recus|insuficiente|échec|échou|refus|fehl|abgelehnt|ошибк|отказ|неуспе|недостат/i

export const saysFailureInWords = (words: string): boolean => failure.test(words)

const ways: ReadonlySet<string> = new Set(['alt', 'opt', 'break', 'critical'])

/** By its title. */
export const saysFailure = ({ section, fragment }: Branch): boolean =>
  ways.has(fragment.fragment) &&
  failure.test(section.label) &&
  !/\b(?:within|no|not exceeded|without) |until/i.test(section.label)
