// How people and other companies are told of something: mail, text messages, webhooks.

export const namesChannel = (words: string): boolean => channel.test(words)

const channel =
  /\be-?mails?\b|\bsmtp\b|\bsms\b|\bmail ?(?:gun|chimp|jet|relay|server|provider)\b|\bsend ?grid\b|\bresend\b|\bpostmark\b|\bses\b|\btwilio\b|\bfcm\b|\bapns\b|\bpush notif\w*|\bwhats ?app\b|\bwebhooks\b|\b(?:partner|customer|merchant|client) webhook/i
