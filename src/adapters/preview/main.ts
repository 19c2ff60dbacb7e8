// Runs in the webview: messages in, a picture and a panel out.

import * as z from 'zod/mini'
import { toPreview } from '../../service/preview/messages'
import { prepareDrawing } from './drawing/drawing'
import { createHost } from './host'
import { createPage } from './page/page'
import { dressPage, onThemeChange } from './theme/theme'
import { t } from './translation'

const host = createHost()
const page = createPage(document.body, host)

const unreadable = {
  type: 'failed',
  reason: t('The preview could not read what the editor sent. Close it and open it again.'),
} as const

/** Browser extensions send to every page too: what has no type is none of the editor's. */
const isOurs = z.object({ type: z.string() })

window.addEventListener('message', ({ data }) => {
  if (isOurs.safeParse(data).success) page.receive(toPreview.safeParse(data).data ?? unreadable)
})
dressPage()
onThemeChange(() => {
  dressPage()
  page.redraw()
})
host.send({ type: 'ready' })
// While the editor works out the first picture.
prepareDrawing()
