// Colors as three numbers, so that they can be mixed and handed to Mermaid.

export type Color = readonly [red: number, green: number, blue: number]

/** `amount` 0 gives the first, 1 the second. */
export const mix = (from: Color, to: Color, amount: number): Color => {
  const between = (a: number, b: number) => Math.round(a + (b - a) * amount)
  return [between(from[0], to[0]), between(from[1], to[1]), between(from[2], to[2])]
}

export const hex = (color: Color): string =>
  `#${color.map(channel => channel.toString(16).padStart(2, '0')).join('')}`

/** Whether light text reads better on it than dark text. */
export const isDark = ([red, green, blue]: Color): boolean => 0.299 * red + 0.587 * green + 0.114 * blue < 140

/** Of two colors, from 1 to 21 (WCAG 2.2). */
export const contrast = (one: Color, other: Color): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const luminance = (color: Color): number => {
  const [red, green, blue] = color.map(channel => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

/** A color moved towards black or white as little as gives it a contrast to its background. */
export const withContrast = (color: Color, background: Color, least: number): Color => {
  const end: Color = isDark(background) ? [255, 255, 255] : [0, 0, 0]
  for (let amount = 0; amount < 1; amount += 0.04) {
    const moved = mix(color, end, amount)
    if (contrast(moved, background) >= least) return moved
  }
  return end
}

/** What the browser makes of any CSS color, drawn over a background; `background` itself if it is no color. */
export const resolveColor = (css: string, background: Color): Color => {
  dot ??= createDot()
  if (!dot) return background
  for (const fill of [hex(background), css]) {
    dot.fillStyle = fill
    dot.fillRect(0, 0, 1, 1)
  }
  const [red = 0, green = 0, blue = 0] = dot.getImageData(0, 0, 1, 1).data
  return [red, green, blue]
}

let dot: CanvasRenderingContext2D | null | undefined

const createDot = () => {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  return canvas.getContext('2d', { willReadFrequently: true })
}
