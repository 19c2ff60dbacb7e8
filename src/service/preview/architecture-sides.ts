// Which sides of a box the arrows of an architecture are drawn at: Mermaid places what is at one side by one arrow.

interface Ports {
  readonly from: string
  readonly to: string
  readonly sides: readonly [from: string, to: string]
}

const port = /^([\w-]+)((?:\{group\})?\s*:\s*)([LRTB])(.*)([LRTB])(\s*:\s*)([\w-]+)(\{group\})?$/

const opposite: Readonly<Record<string, string>> = { L: 'R', R: 'L', T: 'B', B: 'T' }

/** Arrows of boxes at sides where there is no other arrow, as long as there are any; '' for those that are not drawn. */
export function sidesApart(lines: readonly string[], boxes: ReadonlySet<string>): readonly string[] {
  const taken = new Set<string>()
  const isFree = ({ from, to }: Ports, [out, into]: Ports['sides']) =>
    !taken.has(`${from} ${out}`) && !taken.has(`${to} ${into}`)
  const take = ({ from, to }: Ports, [out, into]: Ports['sides']) => {
    taken.add(`${from} ${out}`).add(`${to} ${into}`)
  }
  const drawn = lines.map(portsOf)
  const isAtBox = (ports: Ports) => boxes.has(ports.from) || boxes.has(ports.to)
  for (const ports of drawn) if (ports && !isAtBox(ports)) take(ports, ports.sides)
  return lines.map((line, index) => {
    const ports = drawn[index]
    if (!ports || !isAtBox(ports)) return line
    const facing = Object.entries(opposite)
    const sides = [ports.sides, ...facing].find(each => isFree(ports, each)) ?? ports.sides
    take(ports, sides)
    return line.replace(port, `$1$2${sides[0]}$4${sides[1]}$6$7$8`)
  })
}

function portsOf(line: string): Ports | undefined {
  const [, from, , out, , into, , to] = port.exec(line) ?? []
  return from && to && out && into ? { from, to, sides: [out, into] } : undefined
}
