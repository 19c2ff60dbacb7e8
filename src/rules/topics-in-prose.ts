// What a document says about a topic in words, around its diagrams: whoever wrote that has thought of it.

import type { OmissionTopic } from './topics'

/** Clauses that name the topic and, where that alone says little, also what makes them a statement. */
interface Statement {
  readonly names: RegExp
  readonly beside?: RegExp
  /** Clauses with these words are about something else, or say that it is missing. */
  readonly unless?: RegExp
  /** In so many characters at most: a heading, a branch, a cell. */
  readonly within?: number
}

const duration =
  /\d\s?(?:ms|m?secs?|s|min|minutes?|seconds?|segundos?|secondes?|sekunden|minutos?|minuten|毫秒|ミリ秒|밀리초|秒|초|分|분|мс|с|сек\S*|мин\S*)(?![\p{L}\d])/iu

const timeoutWords =
  /time-?outs?(?![a-z])|tim(?:es?|ed|ing) out\b|\bdeadlines?\b|超时|タイムアウト|타임 ?아웃|시간 ?초과|tiempos? (?:de espera|límite)|tempos? limites?|délais? (?:d['’]attente|maxim\w+)|zeitlimits?|zeitüberschreitung|тайм-?аут|предельное время/i

const otherTimeouts =
  /\b(?:sessions?|idle|visibility|keep-?alive|inactivity|tokens?|cookies?|logins?|log ?out|locks?|health|tests?|jobs?|builds?|otp|toast|graceful|termination|shutdown)\b|(?:session|idle|visibility|health[_-]?check|token|login|lock|job|build|shutdown|termination|set)_?timeout|сесси|セッション|会话|세션/i

const untimed =
  /\b(?:no|without(?: an?)?|missing) time-?outs?\b|\b(?:todo|tbd)\b|\[ \]|未设置超时|タイムアウトなし/i

const lacking =
  /\b(?:no|without|missing|lacks?|needs?|todo|tbd|should|unbounded|sin|sem|sans|ohne|fehl\w*|falta\w*)\b|\[ \]|: 0\b|=0\b|没有|未设置|缺少|なし|없/i

const otherOrNone = new RegExp(`${otherTimeouts.source}|${untimed.source}`, 'i')

const otherwise = new RegExp(`${otherTimeouts.source}|${lacking.source}`, 'i')

/** Who may not answer, or what is done when nothing comes: a sentence on timeouts of calls. */
const theOther =
  /\b(?:provider|upstream|downstream|third[- ]part(?:y|ies)|vendor|reconcil\w*|unknown|pending|on hold|hold|compensat\w*|fournisseurs?|anbieter|proveedor\w*|fornecedor\w*)\b|провайдер/i

const protocolWords =
  /\b(?:m?TLS|gRPC|REST(?:ful)?|HTTPS?(?:\/[123])?|GraphQL|AMQP|MQTT|NATS|Thrift|JSON-RPC)\b/

/** Also where a word is part of a key: `peer.timeout`, `LLM_TIMEOUT`. */
const statements: Readonly<Partial<Record<OmissionTopic, readonly Statement[]>>> = {
  timeout: [
    {
      names: timeoutWords,
      beside: duration,
      unless: otherOrNone,
    },
    { names: timeoutWords, within: 32, unless: otherwise },
    // A key of a configuration or an argument of a call: `pricing_timeout: float = 5.0`.
    {
      names: /\w[_.-]?timeout\w*["']?\s{0,3}[:=]|\btimeout\w{0,12}["']?\s{0,3}[:=]\s{0,3}[\w"'{(]/i,
      unless: otherTimeouts,
    },
    {
      names: timeoutWords,
      beside:
        /\bretr(?:y|ies)|\bback-?off|rate[- ]?limit|throttl|circuit|breaker|\bresilien|\bfall-?back|bulkhead|reintent|retentativ|tentativ|réessai|wiederhol|重试|再試行|リトライ|재시도|повтор|\b(?:with|con|com|avec|mit|all|every|each|strict|explicit|hard|bounded|own|configur\w*|set|enforce\w*|protect\w*|handl(?:e[sd]?|ing)|manage[ds]?|manejo|manejar|gesti[oó]n|tratamento|tratar|gérer|behandel\w*|behandlung|todas?|todos?|cada|chaque|tous|alle|jede\w*|propios?|acotad\w*)\b|設定|设置|配置|설정|处理|処理|처리|обработк|управлен/i,
      unless: otherwise,
    },
    { names: timeoutWords, beside: theOther, unless: otherwise },
  ],
  protocol: [{ names: protocolWords, unless: /\b(?:TODO|TBD)\b/ }],
  'retry policy': [
    {
      names:
        /\bback-?off\b|\bjitter|exponential(?:ly)? (?:delay|retr|wait)|指数退避|退避|バックオフ|백오프|reintentos? exponencial|retroceso exponencial|recuo exponencial|exponentiell|attente exponentielle|экспоненциальн/i,
      unless: lacking,
    },
  ],
  breaker: [
    {
      names:
        /circuit[- ]?break|disjoncteurs?|cortacircuitos|disjuntor(?:es)?|断路器|熔断|サーキット ?ブレーカー|서킷 ?브레이커|автоматическ\S+ выключател|предохранител|\b(?:resilience4j|hystrix|polly|sentinel)\b/i,
      unless: lacking,
    },
  ],
  'health check': [
    {
      names:
        /health[- _]?checks?|\/health|\bliveness|\breadiness|\bprobes?\b|chequeos? de salud|verifica\S+ de (?:salud|saúde)|健康检查|ヘルス ?チェック|헬스 ?체크|проверк\S+ (?:здоровья|состояния|работоспособности)/i,
    },
  ],
  layer: [{ names: /\bL[47]\b|\blayer[- ]?[47]\b|\b[AN]LB\b|\b(?:application|network) load balancer/i }],
  'dead letter': [
    {
      names:
        /\bDL[QX]s?\b|dead[- ]?letter|poison (?:messages?|queue|pill)|parking[- ]lot|死信|デッド ?レター|데드 ?레터|mensajes muertos|mensagens mortas|lettres? mortes?|unzustellbar|м[её]ртв\S+ (?:писем|сообщен)/i,
      unless: lacking,
    },
  ],
  'rate limit': [
    {
      names:
        /rate[- ]?limit|throttl|\bquotas?\b|límite de (?:tasa|peticiones)|limite de (?:taxa|requisi|débit)|限流|流量控制|レート ?制限|요청 제한|ограничени\S+ (?:частоты|запросов)/i,
      unless: lacking,
    },
  ],
  replicas: [
    {
      names:
        /\breplicas?\b|\breplicated\b|\bstand-?by\b|multi-?az\b|high[- ]availab|\bfail-?over\b|réplicas?|alta disponib|haute disponib|hochverfügbar|高可用|副本|レプリカ|冗長|이중화|복제본|реплик|отказоустойчив/i,
      unless: lacking,
    },
  ],
  idempotency: [
    {
      names:
        /\b(?:does not|never|no|0|zero) (?:automatic )?retr|at[- ]most[- ]once|idempoten|exactly[- ]once|\bde-?dup|幂等|去重|冪等|べき等|멱등|идемпотент/i,
      unless: lacking,
    },
  ],
  'query limit': [{ names: /(?:depth|complexity|cost)[- ]limit|persisted quer|query (?:depth|complexity)/i }],
  batching: [{ names: /data ?loader|\bN ?\+ ?1\b/i }],
  'cache fill': [{ names: /coalesc|single[- ]?flight|stampede|thundering herd|stale-(?:while|if)/i }],
  caching: [{ names: /\bcdn\b|cache-control/i }],
  heartbeat: [{ names: /heart-?beat|\bping[- /]?pong\b|keep-?alive|心跳|ハートビート|하트비트/i }],
  replay: [{ names: /last-event-id|\breplay/i }],
  replication: [{ names: /replication lag|\bRPO\b|(?:semi-)?(?:a?synchronous|sync) replication|data loss/i }],
  'api version': [{ names: /\/v\d|\bapi[- ]version/i }],
  'origin check': [{ names: /\borigin\b|\bCORS\b/i }],
}

/** Whether a document speaks of a topic in its prose; no figure is taken from there. */
export function proseSpeaksOf(topic: OmissionTopic, prose: string): boolean {
  const sought = (statements[topic] ?? []).filter(({ names }) => names.test(prose))
  return prose.split(clauseEnd).some(clause => sought.some(one => says(clause, one)))
}

const says = (clause: string, { names, beside, unless, within }: Statement): boolean =>
  names.test(clause) &&
  (beside?.test(clause) ?? true) &&
  !unless?.test(clause) &&
  (within === undefined || clause.trim().length <= within)

const clauseEnd = /\n|[.;!?]\s|[。；！？]/

/** Its services are modules of one program: it says so, or lists their files beside each other. */
export const oneProgram =
  /\bmodular monolith\b|\b(?:one|single|same) (?:monolith(?:ic)?|(?:fastapi|django|flask|express|nestjs|rails|laravel|spring boot) (?:app(?:lication)?|process|server))\b|\b\w+[-_.]?service\.(?:py|ts|js|rb|php|java|go)\b[^\n]*\n[^\n]{0,40}\b\w+[-_.]?service\.(?:py|ts|js|rb|php|java|go)\b/i

/** A simple start, on purpose: `intentionally`, `MVP`, `a naive baseline`. */
export const startsSimple =
  /\b(?:intentional\w*|deliberate\w*|on purpose) (?:\w+ ){0,3}(?:simple|start|single|basic|na[iï]ve|minimal)|\bstart(?:s|ed|ing)? (?:\w+ ){0,3}simple\b|\b(?:simple|na[iï]ve) (?:\w+ )?baseline\b|\bMVP\b|\bproof of concept\b|\bmodular monolith\b/i
