// What figures are called in other languages, word by word: `超时 2秒`, `3回リトライ`, `2 reintentos`, `таймаут 5 с`.

import { lazily } from '../../../knowledge'

/** English words for theirs, a line each; small letters. */
const dictionary = `
timeout: 超时 超時 逾时 逾時 超时时间 タイムアウト 타임아웃 시간초과 temporizador zeitüberschreitung zeitlimit таймаут тайм-аут
retry: 重试 重試 リトライ 再試行 再送 재시도 reintenta reintentar reintente wiederholt wiederhole wiederholen повтори повторить
retries: 重试次数 リトライ回数 재시도횟수 reintento reintentos retentativas retentativa wiederholungen wiederholung réessais réessai relances повтор повтора повторы повторов ретрай ретрая ретраи ретраев
attempts: 尝试 嘗試 試行 시도 intentos intento tentativas tentativa tentatives tentative tentativi versuche versuch versuchen попытка попытки попыток
times: 次 回 번 회 veces vezes mal fois volte раз раза
latency: 延迟 延遲 レイテンシ レイテンシー 遅延 지연 지연시간 latencia latência latence latenz latenza задержка
backoff: 退避 指数退避 指數退避 バックオフ 指数バックオフ 백오프 지수백오프
breaker: 熔断 熔斷 熔断器 断路器 斷路器 サーキットブレーカー 서킷브레이커 차단기
async: 异步 非同步 異步 非同期 비동기 asíncrono asíncrona assíncrono assíncrona asynchron asynchrone asincrono асинхронно асинхронный
idempotent: 幂等 冪等 べき等 멱등 idempotente идемпотентно идемпотентный
replicas: 副本 レプリカ 레플리카 복제본 réplicas répliques repliken реплики реплик
instances: 实例 實例 インスタンス 인스턴스 instancias instâncias instanzen экземпляра экземпляров
max: 最多 最大 最高 최대 máximo máx maximal höchstens maximum макс максимум
every: 每 每隔 毎 ごと 마다 cada alle jede chaque toutes ogni каждые каждую
of: de del da do des von von di à
ms: 毫秒 ミリ秒 밀리초 milisegundos millisecondes millisekunden millisecondi мс миллисекунд миллисекунды
s: 秒 秒钟 秒鐘 초 segundo segundos seconde secondes sekunde sekunden secondi с сек секунд секунды секунду
min: 分钟 分鐘 分 분 minuto minutos minuten minuti мин минут минуты минуту
`

const english = lazily(
  (): ReadonlyMap<string, string> =>
    new Map(
      dictionary
        .trim()
        .split('\n')
        .flatMap(line => {
          const [word = '', theirs = ''] = line.split(': ')
          return theirs.split(' ').map(each => [each, word] as const)
        }),
    ),
)

/** The English word for one that is written in small letters; undefined for all others. */
export const inEnglish = (low: string): string | undefined => english().get(low)

/** Chinese, Japanese and Korean, which put no blanks between words and figures. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Their words in the dictionary, the longest first, and what counts things: `3个副本`. */
const pieces = lazily(() => {
  const words = [...english().keys()].filter(word => unspaced.test(word)).sort((a, b) => b.length - a.length)
  return new RegExp(`\\d+(?:\\.\\d+)?%?|[a-z]+|${words.join('|')}|[个個台개대]|[^\\da-z]`, 'giu')
})

/** A piece of text with its place in it. */
interface Piece {
  readonly text: string
  readonly start: number
}

/** `超时2秒` as `超时`, `2` and `秒`; whole where it needs no cutting or holds no word of the dictionary. */
export function cutUnspaced(text: string): readonly Piece[] {
  if (!unspaced.test(text)) return [{ text, start: 0 }]
  const found = [...text.matchAll(pieces())].map(({ 0: piece, index }) => ({ text: piece, start: index }))
  if (!found.some(piece => english().has(piece.text))) return [{ text, start: 0 }]
  return joinedUnknown(found.filter(({ text: piece }) => !/^[个個台개대]$/.test(piece)))
}

/** Signs that mean nothing here stay together as the words they were. */
function joinedUnknown(found: readonly Piece[]): readonly Piece[] {
  const whole: Piece[] = []
  for (const piece of found) {
    const last = whole.at(-1)
    const isUnknown = !english().has(piece.text) && !/^[\da-z]/i.test(piece.text)
    const follows = last !== undefined && last.start + last.text.length === piece.start
    if (isUnknown && follows && !english().has(last.text) && !/^[\da-z]/i.test(last.text))
      whole[whole.length - 1] = { text: last.text + piece.text, start: last.start }
    else whole.push(piece)
  }
  return whole
}
