// Arrows of which it makes sense to ask how the two talk and how long one waits.

import { namesNetwork } from '../../knowledge'
import { type End, hasKind, holdsData, isComponent, isService, translatesAddresses } from '../../model/ends'
import type { Connection } from '../../model/system'
import type { Preset } from '../rule'

/**
 * Not between two frames, which stand for many calls of many kinds, nor into a network or what only carries packets, nor
 * on from what only translates their addresses, nor beside what runs or tests the system; nor where a store is drawn to
 * hand out data and no word says that it asks. What may stay within one program is asked for nothing but under `strict`.
 */
export const isWorthAsking = ({ caller, callee, arrow, network }: Connection, preset: Preset): boolean =>
  [caller, callee].some(isComponent) &&
  (preset === 'strict' || network.confidence >= surelyAcross || isElsewhere(caller, callee)) &&
  !(holdsData(caller) && !holdsData(callee) && arrow.text === '') &&
  !translatesAddresses(caller) &&
  ![caller, callee].some(end => isComponent(end) && bystander.test(end.headline)) &&
  !hasKind(callee, 'nat', 'firewall') &&
  ![caller, callee].some(end => namesNetwork(end.text))

/** It runs or tests what stands beside it, in one process or from outside, and takes part in no request. */
const bystander =
  /^\W*(?:(?:kubernetes|k8s|docker(?:[ -]compose| swarm)?|nomad)(?: cluster)?|(?:(?:unit|integration|e2e|end-to-end|smoke|regression|contract|load|system|acceptance) )?tests?|test (?:suite|framework|harness|runner)s?|(?:uvicorn|gunicorn|hypercorn|puma|pm2|[wa]sgi)(?: (?:workers?|servers?|process(?:es)?))?)$/i

/** Data and third parties are reached over a network, whoever asks them. */
const isElsewhere = (caller: End, callee: End): boolean =>
  holdsData(callee) || (isService(caller) && hasKind(callee, 'external', 'auth'))

/** Between two that are known to run, or by the words on the arrow. */
const surelyAcross = 0.8
