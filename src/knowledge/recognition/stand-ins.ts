// What stands in for somebody else's system where it cannot be asked: in tests, on one's own machine.

import { remembered } from '../remembered'

const standIns =
  /\b(?:mock(?:s|ed)?|fakes?|dummy|stubs?|simulated|simulat(?:ors?|ions?)|emulat(?:ed|ors?)|wiremock|mockserver|mailhog|mailpit|localstack|azurite)\b|(?<!\p{L})Mock(?=\p{Lu})/iu

/** `mock-bank`, `Simulated acquirer`, `MailHog`: whoever draws it runs it too. */
export const namesStandIn = remembered((text: string): boolean => standIns.test(text))
