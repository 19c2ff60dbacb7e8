// Months in which products came to an end.

/** Year and month: `2025-04`. */
export type Month = `${number}-${number}`

/** "April 2025" */
export function monthOf(month: Month): string {
  const [year, number] = month.split('-')
  return `${names[Number(number) - 1]} ${year}`
}

const names = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
]
