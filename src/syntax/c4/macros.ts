// The macros of C4 diagrams that Mermaid knows, and what each makes.

export type Macro =
  | { readonly makes: 'element'; readonly shape: string; readonly parameters: readonly string[] }
  | { readonly makes: 'boundary'; readonly type?: string; readonly parameters: readonly string[] }
  | { readonly makes: 'relation' | 'indexed relation' | 'style' }

const person = ['alias', 'label', 'descr', 'sprite', 'tags', 'link'] as const
const container = ['alias', 'label', 'techn', 'descr', 'sprite', 'tags', 'link'] as const
const boundary = ['alias', 'label', 'type', 'tags', 'link'] as const
const node = ['alias', 'label', 'type', 'descr', 'sprite', 'tags', 'link'] as const

/** The parameters of `Rel` and its kin. */
export const relationParameters = ['from', 'to', 'label', 'techn', 'descr', 'sprite', 'tags', 'link'] as const

const relations = 'Rel BiRel Rel_Up Rel_U Rel_Down Rel_D Rel_Left Rel_L Rel_Right Rel_R Rel_Back'
const styles = 'UpdateElementStyle UpdateRelStyle UpdateLayoutConfig'

export const macros: ReadonlyMap<string, Macro> = new Map<string, Macro>([
  ...elements('Person', 'person', person),
  ...kinds('System', 'system', person),
  ...kinds('Container', 'container', container),
  ...kinds('Component', 'component', container),
  ['Boundary', { makes: 'boundary', parameters: boundary }],
  ['Enterprise_Boundary', { makes: 'boundary', type: 'ENTERPRISE', parameters: boundary }],
  ['System_Boundary', { makes: 'boundary', type: 'SYSTEM', parameters: boundary }],
  ['Container_Boundary', { makes: 'boundary', type: 'CONTAINER', parameters: boundary }],
  ...['Deployment_Node', 'Node', 'Node_L', 'Node_R'].map(name =>
    entry(name, { makes: 'boundary', parameters: node }),
  ),
  ...relations.split(' ').map(name => entry(name, { makes: 'relation' })),
  ['RelIndex', { makes: 'indexed relation' }],
  ...styles.split(' ').map(name => entry(name, { makes: 'style' })),
])

function kinds(name: string, shape: string, parameters: readonly string[]): [string, Macro][] {
  return [
    ...elements(name, shape, parameters),
    ...elements(`${name}Db`, `${shape}_db`, parameters),
    ...elements(`${name}Queue`, `${shape}_queue`, parameters),
  ]
}

function elements(name: string, shape: string, parameters: readonly string[]): [string, Macro][] {
  return [
    entry(name, { makes: 'element', shape, parameters }),
    entry(`${name}_Ext`, { makes: 'element', shape: `external_${shape}`, parameters }),
  ]
}

function entry(name: string, macro: Macro): [string, Macro] {
  return [name, macro]
}
