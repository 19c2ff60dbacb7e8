// Where a drawing stands in its viewport, and how large: pure arithmetic.

import type { Box, Size } from '../overlay/box'

export interface Transform {
  readonly x: number
  readonly y: number
  readonly scale: number
}

/** Pixels between a drawing that fits and the edge. */
export const margin = 24

/** What the reader can reach; a drawing that is larger still fits below. */
export const smallest = 0.05
export const largest = 8

/** Mermaid's words are 14 pixels high: below 9 nobody reads them, at 10 one does without effort. */
const legible = 9 / 14
const readable = 10 / 14

export const isLegible = ({ scale }: Transform): boolean => scale >= legible

/** All of the content in the middle, at most at its natural size. */
export const fitting = (room: Size, { x, y, width, height }: Box): Transform => {
  const across = (room.width - 2 * margin) / Math.max(1, width)
  const down = (room.height - 2 * margin) / Math.max(1, height)
  const scale = Math.max(0.001, Math.min(1, across, down))
  return {
    scale,
    x: (room.width - width * scale) / 2 - x * scale,
    y: (room.height - height * scale) / 2 - y * scale,
  }
}

/** All of the content where that can be read, else as much as can be, from where reading begins. */
export const firstLook = (room: Size, content: Box, beginning: Box | undefined): Transform => {
  const all = fitting(room, content)
  if (isLegible(all)) return all
  const { x, y, width, height } = beginning ?? { ...content, width: 0, height: 0 }
  const across = along(room.width, [content.x, content.width], x + width / 2)
  const down = along(room.height, [content.y, content.height], y + height / 2)
  return { scale: readable, x: across, y: aboveMap(down, room, content) }
}

/** As far up as keeps a drawing that is wide but not high off the map in the corner below it. */
const aboveMap = (down: number, room: Size, { y, height, ...content }: Box): number => {
  const bottom = down + (y + height) * readable + margin
  const free = room.height - mapSize({ ...content, height }).height - mapEdge
  return Math.min(down, Math.max(margin - y * readable, down - Math.max(0, bottom - free)))
}

/**
 * From the content's own beginning, where that shows the place in the first part of the room; else with the place in its
 * middle, and no more empty space around the content than has to be.
 */
const along = (room: number, [start, length]: readonly [number, number], middle: number): number => {
  const [first, last] = [margin - start * readable, room - margin - (start + length) * readable]
  if (last > first) return (first + last) / 2
  return first + middle * readable < room * firstPart
    ? first
    : clamp(room / 2 - middle * readable, last, first)
}

/** What follows the place has the rest. */
const firstPart = 2 / 3

/** Another scale with the point at `x`, `y` of the viewport where it was. */
export const scaledAt = (now: Transform, scale: number, { x, y }: { x: number; y: number }): Transform => {
  const ratio = scale / now.scale
  return { scale, x: x - (x - now.x) * ratio, y: y - (y - now.y) * ratio }
}

/** Height that a drawing needs at full width, where it is as large as can be read or as fits; below it lies the map. */
export const neededHeight = (width: number, content: Size): number => {
  const across = (width - 2 * margin) / Math.max(1, content.width)
  if (across >= legible) return content.height * Math.min(1, across) + 2 * margin
  return content.height * readable + 2 * margin + mapSize(content).height + mapEdge
}

/** The largest map of a drawing. */
const map = { width: 168, height: 104 }
/** What is around it, down to the edge of the picture. */
const mapEdge = 16

/** How large a map shows all of a drawing, in pixels. */
export const mapSize = ({ width, height }: Size): Size => {
  const scale = Math.min(map.width / width, map.height / height)
  return { width: Math.max(24, width * scale), height: Math.max(16, height * scale) }
}

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value))
