// The words by which lines of sequence diagrams begin, for reading what Mermaid refuses; a pattern each.

/** Of what opens a block; the longest of a common beginning first. */
export const opening = 'alt|opt|loop|par_over|par|critical|break|rect|box'

/** Of what divides a block. */
export const dividing = 'else|and|option'

/** Of what else stands in front of names. */
export const ofNames = 'participant|actor|create|destroy|activate|deactivate'
