// Which participants are active, as Mermaid counts it.

export class Activations {
  private readonly active = new Map<string, number>()
  private readonly ended = new Set<string>()
  /** Names that were activated with a color behind them, as they were written. */
  private readonly activeInColor = new Map<string, string>()

  begin(name: string): void {
    this.active.set(name, (this.active.get(name) ?? 0) + 1)
    const bare = withoutColor(name)
    if (bare !== undefined) this.activeInColor.set(bare, name)
  }

  /** Says why nothing ends where nothing is active. */
  end(name: string): string | undefined {
    const count = this.active.get(name) ?? 0
    this.active.set(name, Math.max(0, count - 1))
    if (count > 0) this.ended.add(name)
    return count < 1 ? this.whyInactive(name) : undefined
  }

  /** `a->>-b` ends the activation of its sender, not that of its receiver. */
  endOfSender(name: string, receiver: string): string | undefined {
    const isOther = name !== receiver && (this.active.get(receiver) ?? 0) > 0
    const inactive = this.end(name)
    return inactive !== undefined && isOther && !this.ended.has(name)
      ? `\`-\` ends the activation of the sender, and \`${name}\` is not active here: to end that of \`${receiver}\`, write \`deactivate ${receiver}\` on the next line`
      : inactive
  }

  /** Mermaid takes a color behind the name for a part of it, and activates or ends another participant. */
  private whyInactive(name: string): string {
    const bare = withoutColor(name)
    if (bare !== undefined)
      return `An activation has no color: Mermaid takes it for a part of the name. Write \`deactivate ${bare}\``
    const meant = [...this.active].find(
      ([each, count]) => count > 0 && each !== name && lettersOf(each) === lettersOf(name),
    )
    if (meant) return `\`${name}\` is not active here, but \`${meant[0]}\` is: write that`
    const other = this.activeInColor.get(name)
    if (other === undefined && this.ended.has(name))
      return `\`${name}\` has been ended above: leave this end out, or activate it once more there`
    return other === undefined
      ? `\`${name}\` is not active here; activate it first with \`+\` or \`activate ${name}\``
      : `\`${name}\` is not active here: \`activate ${other}\` activates another participant, because the color becomes a part of the name. Remove the color there`
  }
}

/** Two that differ by swapped letters, case or blanks have the same. */
const lettersOf = (name: string): string => [...name.toLowerCase().replace(/\s/g, '')].sort().join('')

/** What stands before the color in `Order service #98ff8c`. */
function withoutColor(name: string): string | undefined {
  const at = name.lastIndexOf(' #')
  return at > 0 ? name.slice(0, at).trimEnd() : undefined
}
