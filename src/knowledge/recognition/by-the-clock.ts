// What a clock starts, or what goes on beside the requests: nobody waits for it.

/** `nightly export`, `Scraping diario`, `background sync`; a monthly report is one of a month, whenever it is asked for. */
export const runsByTheClock = (words: string): boolean => byTheClock.test(words)

const byTheClock =
  /\b(?:cron\w*|schedule[dr]?|nightly|hourly|daily|weekly|periodic(?:al|ally)?|background|batch jobs?|every (?:day|night|minute|hour|week|morning|\d+ ?(?:s|m|min|h|seconds?|minutes?|hours?|days?)))\b|(?<!\p{L})(?:diari[oa](?:mente)?|nocturn[oa]|cada (?:día|noche|hora)|todos os dias|programad[oa]|agendad[oa]|periódic[oa]|quotidien(?:ne)?|nocturne|chaque (?:jour|nuit)|planifiée?|täglich\p{L}*|nächtlich\p{L}*|stündlich\p{L}*|giornalier[oa]|ogni (?:giorno|notte)|ежедневн\p{L}*|по расписанию|фонов\p{L}*)(?!\p{L})|定时|每天|每日|每晚|夜间|定期|毎日|毎晩|バックグラウンド|매일|주기적|스케줄/iu

/** From one start to the next in milliseconds, where it is said in words: `every minute`, `every 10 min`. */
export function periodIn(words: string): number | undefined {
  const [, count = '1', unit = ''] = period.exec(words) ?? []
  const length = lengths.find(([name]) => name.test(unit))?.[1]
  return length && Number(count) * length
}

const period =
  /\bevery (?:an? )?(?:(\d{1,4}) ?)?(s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?|h(?:ours?)?|d(?:ays?)?)(?![\p{L}\d])/iu

const lengths: readonly (readonly [RegExp, number])[] = [
  [/^s/i, 1000],
  [/^m/i, 60_000],
  [/^h/i, 3_600_000],
  [/^d/i, 86_400_000],
]
