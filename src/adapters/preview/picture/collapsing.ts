// Which groups a press collapses into one box, or opens again.

import type { PreviewModel } from '../../../service/preview/messages'

/** All groups that are to be boxes, after this one has become one or is open again. */
export const toggled = ({ groups }: PreviewModel, id: string): readonly string[] => {
  const now = collapsedIn({ groups })
  return now.includes(id) ? now.filter(other => other !== id) : [...now, id]
}

export const collapsedIn = ({ groups }: Pick<PreviewModel, 'groups'>): readonly string[] =>
  groups.flatMap(({ id, collapsed }) => (collapsed ? [id] : []))

/** The group itself, or the innermost around a component, or the box that either is drawn in. */
export const groupAround = (
  picture: PreviewModel,
  id: string,
): PreviewModel['groups'][number] | undefined => {
  const node = picture.nodes.find(each => each.id === id)
  const around = node ? [node.drawnAs, ...node.groups] : [id]
  return picture.groups.find(group => group.id === around.find(each => each !== undefined))
}

/** The same where it is a box, or can be one. */
export const collapsibleAround = (
  picture: PreviewModel,
  id: string,
): PreviewModel['groups'][number] | undefined => {
  const group = groupAround(picture, id)
  return group?.collapsed === undefined ? undefined : group
}

/** Those that are in no other. */
export const outermost = ({ groups }: PreviewModel): readonly string[] =>
  groups.flatMap(({ id, parent, collapsed }) => (parent === undefined && collapsed !== undefined ? [id] : []))
