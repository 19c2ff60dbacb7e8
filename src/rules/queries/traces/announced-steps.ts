// What a program makes by itself and announces as made: `Orders->>Orders: create order`, then `OrderCreated`.

import { undrawnStore } from '../../../knowledge'
import { isBroker, isStore } from '../../../model/ends'
import type { Component, Connection, System } from '../../../model/system'
import { wordingOf } from '../../../model/wording'
import { labelSpanOf } from '../places'
import { mayFollow } from './branches'
import type { Write } from './writes'

/** So many messages later, the event tells of something else. */
const furthest = 8

/** In pictures that leave its database out, an event in the past tense says that the step was stored. */
export function announcedSteps(part: Component, { connections, diagram }: System): readonly Write[] {
  if (connections.some(({ callee, caller }) => isStore(callee) && caller === part)) return []
  return connections.flatMap((step): Write[] => {
    const words = wordingOf(step.arrow)
    if (step.from !== part || step.to !== part || !making.test(words) || inMemory.test(words)) return []
    const event = connections
      .slice(step.index + 1, step.index + furthest)
      .find(
        each => each.caller === part && isBroker(each.callee) && mayFollow(diagram, step.index, each.index),
      )
    return event && isOfStep(event) ? [writeOf(step, words)] : []
  })
}

const isOfStep = ({ arrow }: Connection): boolean => made.test(wordingOf(arrow))

const writeOf = (step: Connection, words: string): Write => ({
  index: step.index,
  store: { name: undrawnStore },
  at: labelSpanOf(step),
  words,
})

/** As the verb of the step, in the languages that design docs are written in. */
const making =
  /^\W{0,4}(?:\d{1,2}\W{1,2})?(?:creat(?:e|es|ing)|creation of|register(?:s|ing)?|plac(?:e|es|ing)|crear?|creación|registra[r]?|criar?|criação|cadastra[r]?|crée[rs]?|création|anlegen|anlage|legt|erstell(?:t|en|ung)|utworz\p{L}+|tworzy|tworzenie|zapis\p{L}*|созда\p{L}+)\b|^\W{0,4}(?:创建|新建|新增)|(?:作成|登録|생성|등록)(?:する|합니다|함)?\W{0,3}$/iu

/** Nothing that others could look up. */
const inMemory =
  /\b(?:objects?|instances?|entit(?:y|ies)|aggregates?|commands?|requests?|messages?|events?|payloads?|dtos?|u?u?ids?|tokens?|sessions?|responses?|threads?|objekt\p{L}*|obiekt\p{L}*|objetos?|zdarze\p{L}+|event\p{L}*)\b|对象|事件|オブジェクト|イベント|객체|이벤트/iu

const made =
  /(?:Created|Placed|Registered|Opened|Submitted|Added)(?![a-z])|[._ -](?:created|placed|registered|opened|submitted)\b/
