// What an arrow's words say is done with data, in the languages that design docs are written in.

/** `INSERT order`, `Salva no PostgreSQL`, `写入数据库`: something is kept. */
export const saysWrite = (text: string): boolean => writing.test(text.replace(lockingRead, ' '))

/** Rows are read and locked. */
const lockingRead = /\bfor (?:no key )?update(?: (?:skip locked|nowait))?\b/gi

/** What a store is called that is neither drawn nor named. */
export const undrawnStore = 'its database'

/** `save in PostgreSQL`, `create saga in booking_db`, `UPDATE seats SET …`, `persist order`: a store that is not drawn, by its name where it has one. */
export function storeWrittenTo(text: string): string | undefined {
  if (!saysWrite(text) || kept.test(text)) return undefined
  const named = ownStore.exec(text)?.[0]
  if (named !== undefined || statement.test(text)) return named ?? undrawnStore
  return !passing.test(text) && (persists.test(text) || entersState.test(text)) ? undrawnStore : undefined
}

const ownStore =
  /\b(?:postgre(?:s|sql)\w*|mysql|mariadb|oracle|sql server|mongo(?:db)?|dynamodb|cassandra|database|(?:\w{1,40}_)?db)\b/i

const statement = /^\W{0,4}(?:INSERT (?:INTO )?|UPDATE )[\w."]{1,40}/

/** Said first, or last where verbs come last. */
const persists =
  /^\W{0,4}(?:\d{1,2}\W{1,2})?(?:persist|save|store)s?\b|(?:保存|落库|持久化|저장)(?:する|합니다|함)?\W{0,3}$/i

/** `create booking (AWAITING_PAYMENT)`: a state that others look up. */
const entersState =
  /^\W{0,4}(?:\d{1,2}\W{1,2})?(?:[Cc]reat|[Ii]nsert|[Uu]pdat)es?\b.{0,80}\b(?=[A-Z_]{5})[A-Z]{3,}(?:_[A-Z]+)?\b|(?:생성|변경|创建|更新|作成)\W{0,3}(?=[A-Z_]{5})[A-Z]{3,}(?:_[A-Z]+)?\b/

/** `Create ride (PENDING)`: whoever is asked for it keeps it. */
export const saysState = (text: string): boolean => entersState.test(text)

/** In memory, for a while. */
const kept = /\bcaches?\b|\bredis\b|\bmemory\b/i

/** Beside the database, as likely as not. */
const passing =
  /\blocal\w*\b|\bsessions?\b|\bstate ?stores?\b|\brocksdb\b|\bktable\b|\bcookies?\b|\btokens?\b|\bjwt\b|\bfields?\b|\bfiles?\b|\bcheckpoints?\b|\boffsets?\b/i

/** `publishes OrderPlaced`, `Publica evento`, `发布事件`: something is announced. */
export const saysPublish = (text: string): boolean => publishing.test(text)

const words = (list: string): string => `(?<!\\p{L})(?:${list})(?!\\p{L})`

const writing = new RegExp(
  [
    words(
      '(?:insert|save|store|persist|write|create|update|upsert|delete|commit|record|reserve|acquire|lock|add)(?:s|es|d|ed)?',
    ),
    // DynamoDB and MongoDB
    words(
      '(?:put|update|delete|batch_?write)_?items?|(?:insert|update|replace|delete)_?(?:one|many)|bulk_?write|find_?one_?and_?(?:update|replace)',
    ),
    // Spanish and Portuguese
    words(
      'guarda[rn]?|escrib(?:e[rn]?|ir)|inserta[rn]?|actualiza[rn]?|registra[rn]?|salva[rm]?|grava[rm]?|escreve[rm]?|insere|inserir|atualiza[rm]?|persist(?:e|ir)|crea[rn]?|creación|cria[rm]?|criação|inserción|inserção|cadastra[rm]?',
    ),
    // French and German
    words(
      'enregistre[rz]?|écri(?:t|re|vent)|insère|insérer|sauvegarde[rz]?|met à jour|speicher[nt]|schreib(?:t|en)|legt an|anlegen|erstell(?:t|en)|aktualisier(?:t|en)|einfügen|crée[rz]?|création|persiste[rz]?',
    ),
    // Polish
    words(
      'zapisa(?:ć|nie)|zapisuje|zapisz|zapis do bazy|utworz(?:yć|enie)|tworzy|wstawi(?:a|ć|enie)|aktualiz(?:uje|ować|acja)|dodaje|dodanie',
    ),
    words(
      'сохран(?:яет|яют|ить|ение)|запис(?:ывает|ывают|ать|ь)|созда(?:ть|[её]т|ют|ние)|вставка|вставляет|обнов(?:ляет|ляют|ить|ление)',
    ),
    // Ukrainian
    words(
      'збер(?:ігає|ігти|ігання|еження)|запису(?:є|ють)|записати|створ(?:ює|юють|ити|ення)|онов(?:лює|люють|ити|лення)',
    ),
    // Vietnamese, Indonesian, Turkish and Italian
    words('tạo|lưu(?! ý)|ghi(?! chú)|cập nhật|thêm|x(?:óa|oá)|giảm|trừ'),
    words('simpan|menyimpan|buat|membuat|catat|mencatat|perbarui|memperbarui|tambahkan|menambahkan'),
    words(
      'kayde(?:t|der|dilir|diyor)|oluştur(?:ur|ulur)?|güncelle(?:r|nir)?|ekle(?:r|nir)?|scriv(?:e|ere|ono)|inserisc(?:e|ono)|inserire|aggiorna(?:re|no)?|salvare|creare',
    ),
    '写入|保存|存入|插入|更新|创建|落库|扣减|新增|存储|寫入|儲存|建立|創建|書き込|登録|作成|挿入|永続化|格納|저장|기록|등록|갱신|생성|삽입|업데이트|차감',
  ].join('|'),
  'iu',
)

const publishing = new RegExp(
  [
    words('(?:publish|emit|produce|raise)(?:s|es|d|ed)?|(?:cloud)?events?'),
    words('publica[rn]?|emit(?:e[rn]?|ir)|publie[rz]?|émet(?:tre)?|eventos?|événements?'),
    words('veröffentlich(?:t|en)|ereignis(?:se)?|публику(?:ет|ют)|опубликовать|публикация|событи(?:е|я|й)'),
    words('publik(?:uje|ować|acja)|opublikuj|zdarzeni(?:e|a)|emituje'),
    words(
      'публіку(?:є|ють)|опублікувати|поді(?:я|ї|ю)|sự kiện|phát|terbitkan|menerbitkan|yayınla(?:r|nır)?|olay|pubblica(?:re)?|eventi',
    ),
    '发布|事件|發布|発行|配信|イベント|발행|이벤트',
  ].join('|'),
  'iu',
)
