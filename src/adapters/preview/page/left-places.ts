// How the reader left each diagram, for when they come back to it.

import type { PreviewModel } from '../../../service/preview/messages'
import type { LeftPlace, WebviewHost } from '../host'
import type { View } from '../view'

export interface LeftPlaces {
  readonly view: () => View
  readonly choose: (change: Partial<View>) => View
  readonly of: (picture: PreviewModel) => LeftPlace
  readonly leave: (picture: PreviewModel, change: LeftPlace) => void
}

/** More diagrams than anybody goes back to. */
const most = 50

export const createPlaces = ({ recall, remember }: WebviewHost): LeftPlaces => {
  let { view, places } = recall()
  const nameOf = ({ document, diagram, title }: PreviewModel) => `${document} ${diagram} ${title}`
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
