// How the reader left each diagram, for when they come back to it.

import type { PreviewModel } from '../../service/preview/messages'
import type { Place, WebviewHost } from './host'
import type { View } from './view'

export interface Places {
  readonly view: () => View
  readonly choose: (change: Partial<View>) => View
  readonly of: (picture: PreviewModel) => Place
  readonly leave: (picture: PreviewModel, change: Place) => void
}

/** More diagrams than anybody goes back to. */
const most = 50

export const createPlaces = ({ recall, remember }: WebviewHost): Places => {
  let { view, places } = recall()
  const nameOf = ({ document, diagram }: PreviewModel) => `${document} ${diagram}`
  const of = (picture: PreviewModel) => places.find(([name]) => name === nameOf(picture))?.[1] ?? {}
  return {
    view: () => view,
    choose: change => {
      view = { ...view, ...change }
      remember({ view, places })
      return view
    },
    of,
    leave: (picture, change) => {
      const place = { ...of(picture), ...change }
      const others = places.filter(([name]) => name !== nameOf(picture))
      places = [...others.slice(1 - most), [nameOf(picture), place]]
      remember({ view, places })
    },
  }
}
