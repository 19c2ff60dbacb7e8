// Parts of a program through which it reads and writes a store that is not drawn.

/** `OrderRepository`, `OrderDao`, `주문 리포지토리` */
export const namesRepository = (text: string): boolean =>
  /\b(?:repo|dao)\b|repository\b|리포지토리|레포지토리|リポジトリ|仓储|репозитори/i.test(
    text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'),
  )
