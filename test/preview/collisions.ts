// What lies on what in the page.

/** Runs in the page: badges that lie on each other, on words or on arrows. */
export const findCollisions = () => {
  const boxes = (selector: string) =>
    [...document.querySelectorAll(selector)]
      .filter(element => !element.closest('.badge, .marker-pin, defs'))
      .map(element => ({ what: element.textContent || element.id, box: element.getBoundingClientRect() }))
  const points = [
    ...document.querySelectorAll<SVGGeometryElement>('path[data-edge], [data-et=message], path.edge'),
  ].flatMap(path => {
    const matrix = path.getScreenCTM() ?? undefined
    return Array.from({ length: 60 }, (_, step) => {
      const { x, y } = path.getPointAtLength((path.getTotalLength() * step) / 59).matrixTransform(matrix)
      return { what: path.id, box: new DOMRect(x, y, 0, 0) }
    })
  })
  const badges = [...document.querySelectorAll('.badge')].map(badge => ({
    what: badge.textContent ?? '',
    box: badge.getBoundingClientRect(),
  }))
  const apart = (one: DOMRect, other: DOMRect) =>
    one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top
  const pins = [...document.querySelectorAll('.marker-pin')].map(pin => ({
    what: 'a finding',
    box: pin.getBoundingClientRect(),
  }))
  const others = [...boxes('.stage foreignObject, .stage text'), ...points, ...pins]
  const collisions = badges.flatMap((badge, index) =>
    [...badges.slice(index + 1), ...others]
      .filter(other => !apart(badge.box, other.box))
      .map(other => `${badge.what} on ${other.what}`),
  )
  return { badges: badges.length, collisions }
}
