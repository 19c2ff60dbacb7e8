// Whether a text says that requests at the same time are kept apart.

export const keepsApart = (text: string): boolean => apart.test(text.replace(ofMoney, ' '))

/** A transaction that is a booking of money keeps nobody out. */
const ofMoney =
  /\b(?:creat|insert|get|sav|stor|mak|delet|record|log|add|new|post|view|list|fetch|pending|failed|payment|money|wallet|transfer|deposit|updat|send|submit|process|validat)\w* (?:into |an? |the |new |pending |debit |credit |flagged |successful |completed )*transactions?\b|\btransactions?[- ](?:created|ids?|types?|history|records?|services?|api|fees?|limits?|amount|status|details|saved|recorded|data|requests?|responses?|logs?|table|processing)\b|\btransaction_?id\b|\/transactions?\b/gi

/** One at a time, or all or nothing, however that is reached. */
const apart =
  /(?<!['"=]\s?)\block\w*|transac|\bbegin\b|\bversion\b|\bunique\b|constraint|mutex|锁|事务|ロック|トランザクション|락|트랜잭션|блокировк|транзакц/i
