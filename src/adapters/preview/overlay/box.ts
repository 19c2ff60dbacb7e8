// Boxes, what stands in their way, and where something can be put beside something else.

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box extends Point {
  readonly width: number
  readonly height: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Obstacles {
  /** `owner`: whose body it is, for things that may lie on their own. */
  readonly add: (box: Box, owner?: string) => void
  readonly hits: (box: Box, except?: string) => boolean
}

const cell = 64

/** Boxes in a grid of cells, so that asking costs as much as there is nearby. */
export const createObstacles = (): Obstacles => {
  const cells = new Map<string, { box: Box; owner: string | undefined }[]>()
  return {
    add: (box, owner) => {
      for (const key of cellsOf(box)) {
        const there = cells.get(key)
        if (there) there.push({ box, owner })
        else cells.set(key, [{ box, owner }])
      }
    },
    hits: (box, except) =>
      cellsOf(box).some(key =>
        cells
          .get(key)
          ?.some(there => overlap(there.box, box) && (except === undefined || there.owner !== except)),
      ),
  }
}

export const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

/** The shortest way from one to the other; 0 where they touch. */
export const apart = (one: Box, other: Box): number =>
  Math.hypot(
    Math.max(0, one.x - other.x - other.width, other.x - one.x - one.width),
    Math.max(0, one.y - other.y - other.height, other.y - one.y - one.height),
  )

/** The smallest box around all; undefined for none. */
export const union = (boxes: readonly Box[]): Box | undefined => {
  if (boxes.length === 0) return undefined
  const x = Math.min(...boxes.map(box => box.x))
  const y = Math.min(...boxes.map(box => box.y))
  const right = Math.max(...boxes.map(box => box.x + box.width))
  const bottom = Math.max(...boxes.map(box => box.y + box.height))
  return { x, y, width: right - x, height: bottom - y }
}

export const grow = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
})

export const centered = ({ x, y }: Point, { width, height }: Size): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
})

/** Pixels between a box and what stands beside it. */
const gaps = { sides: [4, 2, 9], corners: [4, 9] } as const

/**
 * Places around a box, best first: below, above, right, left, shifted along these sides, then across its corners. `unit`
 * is how much of the drawing a pixel is.
 */
export const around = (box: Box, size: Size, unit = 1): Box[] => {
  const at = (pixels: readonly number[], places: typeof besideSides): Box[] =>
    pixels.flatMap(gap =>
      places(box, size, { gap: gap * unit, shift: 8 * unit }).map(place => ({ ...place, ...size })),
    )
  return [...at(gaps.sides, besideSides), ...at(gaps.corners, acrossCorners)]
}

interface Distances {
  readonly gap: number
  /** From the middle of a side. */
  readonly shift: number
}

const besideSides = (box: Box, { width, height }: Size, { gap, shift }: Distances): Point[] => {
  const { right, left, above, below } = outer(box, { width, height }, gap)
  const middle = { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2 }
  const ends = { right: box.x + box.width - width, bottom: box.y + box.height - height }
  return [
    { x: middle.x, y: below },
    { x: middle.x, y: above },
    { x: right, y: middle.y },
    { x: left, y: middle.y },
    { x: right, y: box.y },
    { x: right, y: ends.bottom },
    { x: left, y: box.y },
    { x: left, y: ends.bottom },
    { x: box.x, y: below },
    { x: ends.right, y: below },
    { x: box.x, y: above },
    { x: ends.right, y: above },
    { x: box.x + box.width / 2 + shift, y: below },
    { x: box.x + box.width / 2 - shift - width, y: below },
  ]
}

const acrossCorners = (box: Box, size: Size, { gap }: Distances): Point[] => {
  const { right, left, above, below } = outer(box, size, gap)
  return [below, above].flatMap(y => [
    { x: right, y },
    { x: left, y },
  ])
}

const outer = (box: Box, { width, height }: Size, gap: number) => ({
  right: box.x + box.width + gap,
  left: box.x - gap - width,
  above: box.y - gap - height,
  below: box.y + box.height + gap,
})

/** A size in pixels as one of the drawing. */
export const inDrawing = ({ width, height }: Size, unit: number): Size => ({
  width: width * unit,
  height: height * unit,
})

export const isInside = (box: Box, frame: Box): boolean =>
  box.x >= frame.x &&
  box.y >= frame.y &&
  box.x + box.width <= frame.x + frame.width &&
  box.y + box.height <= frame.y + frame.height

export const isIn = ({ x, y, width, height }: Box, point: Point): boolean =>
  point.x > x && point.x < x + width && point.y > y && point.y < y + height

/** Places across the border of a box: its corners, then the middles of its sides. */
export const onBorder = (box: Box, size: Size): Box[] => {
  const right = box.x + box.width
  const bottom = box.y + box.height
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const points: readonly (readonly [x: number, y: number])[] = [
    [right, box.y],
    [box.x, box.y],
    [right, bottom],
    [box.x, bottom],
    [right, middle.y],
    [box.x, middle.y],
    [middle.x, box.y],
    [middle.x, bottom],
  ]
  return points.map(([x, y]) => centered({ x, y }, size))
}

/** Parts of the way along a line, the middle first. */
const places = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9]

/** Boxes on a line, the middle first. */
export const onLine = (line: readonly Point[], size: Size): Box[] =>
  places.flatMap(at => {
    const point = line[Math.round(at * (line.length - 1))]
    return point ? [centered(point, size)] : []
  })

/** Places beside a line given by points: from its middle outwards, on either side; `unit` as above. */
export const beside = (line: readonly Point[], size: Size, unit = 1): Box[] =>
  [7, 18, 30, 48, 68].flatMap(pixels => {
    const distance = Math.max(size.width, size.height) / 2 + pixels * unit
    return places.flatMap(at => {
      const index = Math.round(at * (line.length - 1))
      const point = line[index]
      if (!point) return []
      const before = line[index - 1] ?? point
      const after = line[index + 1] ?? point
      const length = Math.hypot(after.x - before.x, after.y - before.y) || 1
      const aside = { x: -(after.y - before.y) / length, y: (after.x - before.x) / length }
      return [distance, -distance].map(by =>
        centered({ x: point.x + aside.x * by, y: point.y + aside.y * by }, size),
      )
    })
  })

const cellsOf = (box: Box): string[] => {
  const keys: string[] = []
  for (let x = Math.floor(box.x / cell); x <= Math.floor((box.x + box.width) / cell); x += 1) {
    for (let y = Math.floor(box.y / cell); y <= Math.floor((box.y + box.height) / cell); y += 1)
      keys.push(`${x} ${y}`)
  }
  return keys
}
