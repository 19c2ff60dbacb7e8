// Boxes that configure what runs and run nowhere themselves: policies, secrets, roles, claims.

import { remembered } from './remembered'

const objects = [
  'config ?maps?',
  'secrets?',
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
].join('|')

const headNoun = new RegExp(`(?:^|[\\s/_-])(?:${objects})\\W*$`, 'i')

/** Whether a label's name ends in such an object: `Gateway Secret`, `HPA`, but not `Secrets Manager`. */
export const namesConfiguration = remembered((text: string): boolean =>
  headNoun.test(text.split(/\n|<br|[([:,;|]|\s[-–—+&]\s/, 1)[0] ?? ''),
)
