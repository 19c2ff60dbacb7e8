// Boxes that configure what runs and run nowhere themselves: policies, secrets, roles, claims.

import { remembered } from '../remembered'

const objects = [
  'config ?maps?',
  'secrets|secret(?=\\W*$)',
  'service ?accounts?',
  '(?:service|pod) ?monitors?',
  '(?:network|authorization|authz|security|access|iam|scaling) ?polic(?:y|ies)',
  'virtual ?services?',
  'destination ?rules?',
  'peer ?authentications?',
  '(?:iam|execution|task|service|cluster) ?roles?',
  'role ?bindings?',
  'rbac',
  'hpas?',
  'horizontal ?pod ?autoscalers?',
  'pod ?disruption ?budgets?',
  'pvcs?',
  'persistent ?volumes?(?: ?claims?)?',
  '(?:pod ?)?security ?contexts?',
  'nsgs?',
  '(?:network )?security ?groups?',
  'managed ?identit(?:y|ies)',
  'config(?:uration)? files?',
].join('|')

const words = `(?:${objects})(?! ?(?:managers?|stores?|vaults?|services?|engines?|operators?|controllers?|apis?|servers?)\\b)`

/** It begins with one (`HPA`, `ConfigMaps of the shop`), or it is two or three words that end in one. */
const named = new RegExp(`^\\W*(?:${words}\\b|(?:[\\w.-]+[ _]){1,2}${words}\\W*$)`, 'i')

/** What each of them has: few labels need the long look. */
const hinted =
  /config ?map|secret|service ?account|monitor|polic|virtual ?service|destination ?rule|authentication|role|rbac|hpa|autoscaler|disruption|pvc|volume|context|nsg|security ?group|identit|config(?:uration)? file/i

/** Whether a label names such an object: `Gateway Secret`, `HPA`, but not `Secrets Manager`. */
export const namesConfiguration = remembered(
  (text: string): boolean =>
    hinted.test(text) && named.test(text.split(/<br|[([:,;|]|\s[-–—+&]\s/, 1)[0] ?? ''),
)
