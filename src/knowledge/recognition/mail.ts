// What sends mail, by its words.

/** `SES`, `mailer`, `send e-mail`: whatever passes mail on. */
export const namesMail = (words: string): boolean => mail.test(words)

const mail = /\b(?:e-?mails?|smtp|mailers?|ses|sendgrid|mailgun|postmark)\b/i
