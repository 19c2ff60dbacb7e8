// Runs in the webview: messages in, a picture and a panel out.

import { toPreview } from '../../service/messages'
import { createHost } from './host'
import { createPage } from './page'
import { onThemeChange } from './theme'

const host = createHost()
const page = createPage(document.body, host)

window.addEventListener('message', ({ data }) => {
  const message = toPreview.safeParse(data)
  if (message.success) page.receive(message.data)
})
onThemeChange(page.redraw)
host.send({ type: 'ready' })
