// Words by which sentences of design docs tell what a system does, in the languages that they are written in.

const anyOf = (...lists: readonly string[]): RegExp => new RegExp(lists.join('|'), 'iu')

const whole = (list: string): string => `(?<![\\p{L}_])(?:${list})(?![\\p{L}_])`

/** For the patterns of those who look for several of them in one sentence. */
export const statementWords = {
  retrying: anyOf(
    whole('retr(?:y|ies|ied|ying)|(?:try|tries|trying|tried) (?:it |them )?again|re-?attempts?'),
    whole(
      're-?(?:send|submit|post|issue)s?|(?:is|are) (?:repeated|sent again)|repeats? (?:it|the (?:call|request|charge|payment|transfer))',
    ),
    'wiederhol|versuch\\p{L}* .{0,40}(?:noch|\\p{L}+mal)|erneut (?:versuch|gesendet|abgebucht)|reint[eé]nt|vuelven? a (?:intentar|enviar|cobrar)|réessa|repét(?:er|ée?)|retenta',
    '重试|重發|重发|再试|再試行|リトライ|再送|재시도|повтор',
  ),
  paying: anyOf(
    whole(
      '(?<!in )(?<!of )charg(?:e|es|ed)|payments?|pay-?outs?|(?:bank|money|wire|fund) transfers?|transfers? (?:of )?(?:money|funds)|withdrawals?',
    ),
    whole('stripe|paypal|adyen|braintree|razorpay|klarna|mollie|worldpay|psp|acquirer|card terminal'),
    'abbuch|zahlung|überweis|\\bcobr(?:o|os|ar|a)\\b|\\bpagos?\\b|transferencia|paiement|prélèvement|pagament',
    '支付|扣款|付款|转账|決済|課金|送金|引き落とし|결제|송금|оплат|плат[её]ж|списани',
  ),
  unanswered: anyOf(
    whole(
      'time-?outs?|times? out|timed out|no (?:answer|response|reply)|unreachable|(?:does|do|did) not (?:answer|respond|reply)|(?:answer|response|reply) is lost|50[24]',
    ),
    'zeitüberschreitung|antwortet nicht|keine antwort|no responde|sin respuesta|tiempo de espera',
    '超时|无响应|タイムアウト|応答がない|타임아웃|таймаут|не отвечает',
  ),
  atOnce: anyOf(
    whole('immediate(?:ly)?|straight away|right away|at once|instantly|in a tight loop|back[- ]to[- ]back'),
    whole('without (?:any |a )?(?:waiting|delay|pause|back-?off|wait)|no (?:delay|back-?off|pause|wait)'),
    'sofort|ohne (?:pause|wartezeit|verzögerung|zu warten)|inmediat|sin (?:esperar|pausa|espera|demora)|immédiat|sans (?:attendre|délai|pause)|imediat',
    '立即|马上|立刻|不等待|すぐに|直ちに|即座|즉시|немедленно|без паузы',
  ),
  endless: anyOf(
    whole(
      'indefinitely|forever|endless(?:ly)?|infinite(?:ly)?|unbounded|unlimited|without (?:a |any )?(?:limit|bound)',
    ),
    whole('(?:has|have|with|is|are) no (?:upper )?(?:limit|bound|maximum|cap)|until (?:it|they) succeeds?'),
    'unbegrenzt|endlos|für immer|ohne (?:grenze|limit|obergrenze)|indefinidamente|para siempre|sin límite|no tienen? límite|ilimitad|indéfiniment|illimité|sans limite',
    '无限|無限|上限なし|上限がない|制限なし|没有上限|무한|бесконечно|без ограничени',
  ),
  together: anyOf(
    whole(
      'at the same (?:time|moment|second|instant)|simultaneous(?:ly)?|all at once|at once|together|same ttl',
    ),
    'gleichzeitig|zur selben zeit|zum selben zeitpunkt|al mismo tiempo|a la vez|simultáne|en même temps|ao mesmo tempo',
    '同时|同一时间|同時|一斉|동시|одновременно',
  ),
  everyCopy: anyOf(
    whole(
      '(?:all|every|each|both)(?: of)?(?: the| our| its)?(?: \\d+| two| three| four)?(?: (?!other)[a-z]+)? (?:nodes?|pods?|instances?|replicas?|servers?|hosts?|copies|copy|machines?|containers?)',
    ),
    '\\b(?:allen|jede[mrsn]?|beiden) (?:\\d+ )?(?:knoten|instanzen?|pods?|servern?|repliken|replikas?)',
    '(?:tod[oa]s|cada)(?: l[oa]s)?(?: \\d+)? (?:nodos?|instancias?|réplicas?|pods?|servidor(?:es)?)|chaque (?:nœud|instance|serveur|réplique)',
    '每个(?:实例|节点|副本|Pod)|所有(?:实例|节点|副本)|全(?:て|部)の(?:インスタンス|ノード|サーバ|レプリカ)|各(?:インスタンス|ノード|サーバ|Pod)|모든 (?:인스턴스|노드|서버)',
  ),
  everyLayer: anyOf(
    whole(
      '(?:all|every|each|both)(?: of (?:the|them|these))?(?: the)? (?:\\w+ )?(?:services?|layers?|hops?|tiers?|levels?|callers?|clients?|components?|callees?|stages?)',
    ),
    whole('and so (?:do|does)'),
    '\\b(?:alle|jede[rs]?) (?:\\w+ )?(?:dienste?|schichte?n?|ebenen?|services?|komponenten?)|(?:tod[oa]s|cada)(?: l[oa]s)? (?:servicios?|capas?|componentes?)|chaque (?:service|couche)',
    '每个服务|每一层|各层|所有服务|各サービス|全サービス|すべてのサービス|각 서비스|모든 서비스|кажд\\S+ сервис',
  ),
  tenants: anyOf(
    whole('tenants?|customers?|merchants?|organi[sz]ations?|accounts?|workspaces?|clients'),
    'mandanten?\\b|kunden\\b|inquilinos?|clientes|租户|客户|テナント|顧客|테넌트|고객|арендатор|клиент',
  ),
  sharing: anyOf(
    whole('shar(?:e|es|ed|ing)|(?:a |the )?(?:same|single|common)|one'),
    'gemeinsam|teilen|denselben|dieselbe|compart|mism[oa]|partag|共享|共用|同一|共有|공유|общ(?:ий|ая|ую|ей)',
  ),
  queues: anyOf(
    whole('queues?|buffers?|channels?|backlogs?'),
    'warteschlangen?|puffer|\\bcolas?\\b|búfer|file d.attente|队列|缓冲|キュー|バッファ|큐|очеред|буфер',
  ),
  messages: anyOf(
    whole('messages?|events?|offsets?|jobs?|records?|deliver(?:y|ies)'),
    'nachricht|ereignis|auftrag|mensajes?|eventos?|messages?|消息|事件|位点|メッセージ|イベント|オフセット|메시지|이벤트|сообщени|событи',
  ),
  clocks: anyOf(
    whole(
      'cron(?:s|jobs?|tabs?)?|@scheduled|schedulers?|scheduled|nightly|hourly|daily|weekly|timers?|every (?:night|hour|day|\\d+ (?:s|min|minutes|hours))',
    ),
    'täglich|stündlich|nächtlich|jede (?:nacht|stunde)|cada (?:noche|hora|día)|nocturn|programad|定时|每天|每晚|定期|毎日|毎晩|배치|스케줄|매일|расписани',
  ),
} as const
