// What a program takes from others for good: money, or a share of something scarce.

import { isClient, isStore } from '../../../model/ends'
import type { Connection } from '../../../model/system'
import { wordingOf } from '../../../model/wording'

export type Taking = 'money' | 'stock'

/** What a message takes, by its words, if anything. */
export function takingOf(connection: Connection): Taking | undefined {
  const { role, callee, arrow } = connection
  if (role.value === 'reply' || role.value === 'delivery' || role.value === 'usage' || isClient(callee))
    return undefined
  const words = wordingOf(arrow)
  if (undoing.test(words) || asking.test(words) || telling.test(words)) return undefined
  if (reserving.test(words)) return 'stock'
  return !isStore(callee) && charging.test(words) ? 'money' : undefined
}

/** `PaymentIntent 842 EUR`, answered by `succeeded`: an intent moves nothing by itself, and here it did. */
export function isAnsweredAsPaid(asked: Connection, connections: readonly Connection[]): boolean {
  const { role, caller, callee, arrow, index } = asked
  if (role.value === 'reply' || isStore(callee) || isClient(callee) || !payment.test(wordingOf(arrow)))
    return false
  const answer = connections.find(each => each.index > index && each.from === callee && each.to === caller)
  return answer !== undefined && paid.test(wordingOf(answer.arrow))
}

const payment =
  /payment ?intent|\b(?:payment|premium|deposit|fee|amount)\b|\d ?(?:EUR|USD|GBP|CHF|€|\$|£)(?![\p{L}])/iu
const paid = /^\W*(?:payment |status:? ?)?(?:succe(?:eded|ss)|paid|captured|charged|settled)\b/i

const scarce =
  '(?:stocks?|inventory|seats?|rooms?|slots?|tickets?|coupons?|vouchers?|quantity|estoque|asientos?|butacas?|funds|balance|credits?|points?)'

const reserving = new RegExp(
  [
    String.raw`\b(?:reserv(?:e|es|ar|a)|hold|holds|blocks?|locks?|allocates?|deducts?|decrements?|decreases?|reduces?|claims?)(?=\b|_|${scarce})[^\n]{0,30}?${scarce}\b`,
    String.raw`\b${scarce}[ /:_-]*(?:reserv(?:e|es|ation)|deduct(?:ion)?|decrement|allocat(?:e|ion)|hold)\b`,
    '(?:giảm|trừ|giữ|khóa) (?:stock|kho|tồn kho|chỗ|ghế)|(?:재고|쿠폰|좌석|잔액|포인트) ?(?:차감|선점|예약)|(?:扣减|扣除|锁定|预扣|预占)(?:库存|余额|优惠券|座位)|(?:在庫|座席)(?:引当|確保|減算)',
    String.raw`(?:резервир\p{L}*|списа\p{L}*|списыва\p{L}*) (?:товар|остат|мест|склад)`,
  ].join('|'),
  'iu',
)

const charging =
  /\b(?:charg(?:e|es|ing)|debits?)\b|\bcaptures?\b(?=\W{0,3}$| ?\(| (?:\p{L}+ ){0,2}?(?:payments?|charges?|funds?|money|amounts?|transactions?|authori[sz]ations?|orders?|intents?|cards?|holds?)\b)|\bcollects? (?:\p{L}+ ){0,2}?(?:payments?|money|funds|amounts?|fees?|cash)\b|(?:process|make|execute|take|submit|initiate|create)[ _-]?payments?\b(?![ _-]?consents?)|(?:execute|make|initiate|process)[ _-]?(?:payouts?|withdrawals?)\b|transfers? (?:money|funds)\b|\bPOST \S{0,60}\/(?:charges?|payments?|captures?|pay|payouts?|withdrawals?)(?![\w-])|\bpay\b|결제 ?(?:처리|승인|요청)|扣款|(?:发起|请求|执行)?支付(?:请求)?$|決済(?:処理|要求|実行)|\b(?:cobrar?|procesa[r]? (?:el )?pago|processa[r]? (?:o )?pagamento)\b|списа\p{L}* (?:деньги|средств|оплат)|провести плат/iu

/** Reads, looks ahead, or announces. */
const asking =
  /\b(?:get|check|verif\w*|validat\w*|query|queries|list|fetch|status|select|webhook|intent|session|methods?|callback|retrieve|result|history|quote|if\b|preview|confirm\w*|show|display|redirect|load)\b|^\W*(?:\d+\W+)?GET\b|조회|확인|查询|检查|照会/i

/** `PaymentCharged`, `stock reserved`: somebody is told what has happened. */
const telling =
  /\b(?:publish\w*|emit\w*|event|notif\w*|succe\w+|fail\w*|declin\w*|complete\w*|ok)\b|(?:charged|reserved|debited|captured|deducted|completed|processed|failed)\b|실패|성공|완료|失败|成功/i

/** By which words something taken is given back, whatever it was. */
const undoing =
  /compensat|roll(?:s|ed|ing)?[ -]?back|\bundo|\brevert|\brevers(?:e|al)|refund|\bvoid|releas|restor|unlock|unreserv|cancel|give[ns]? back|put back|복구|보상|롤백|환불|취소|해제|반환|복원|补偿|回滚|退款|退还|释放|恢复|取消|補償|返金|解放|ロールバック|キャンセル|estorn|reembols|libera(?:r|ción)|devol(?:ver|ución)|compensa|возврат|компенс|отмен|откат|освобо/i

export const saysUndo = (words: string): boolean => undoing.test(words)

/** By which words money is given back, and a share of something scarce. */
export const givingBack: Readonly<Record<Taking, RegExp>> = {
  money:
    /compensat|roll(?:s|ed|ing)?[ -]?back|\bundo|\brevert|\brevers(?:e|al)|refund|\bvoid(?:s|ed)?\b|chargeback|cancel\w* (?:the )?(?:payment|charge|authori[sz]ation)|reconcil|보상|롤백|환불|결제 ?취소|补偿|回滚|退款|退还|補償|返金|ロールバック|estorn|reembols|compensa|возврат|компенс|откат/i,
  stock:
    /compensat|roll(?:s|ed|ing)?[ -]?back|\bundo|\brevert|releas\w*|restor\w*|unlock|unreserv|(?:cancel|expir|delet|remov)\w* (?:the |of )?(?:\w+ )?(?:reservation|hold|booking)|(?:reservation|hold|lock|booking)s?[^.\n|]{0,40}(?:expir|ttl|time[sd]? ?out|cancel)|\bttl\b|expir\w*|(?:increment|increase|return|give[ns]? back|put back|add)\w* (?:the )?(?:stock|inventory|seat|quantity)|복구|보상|롤백|해제|복원|반환|만료|补偿|回滚|释放|恢复|归还|補償|解放|戻|ロールバック|libera|devol|compensa|возврат|компенс|откат|освобо/i,
}
