// A tool that assistants call: what it is for, what it takes and gives, and how it answers.

import * as z from 'zod/mini'
import type { Configuration } from '../../service'
import type { Language } from '../../text/languages'

/** What the program around the tools provides. */
export interface ToolHost {
  /** A document by its path, with the configuration that holds there; else why there is none. */
  open(path: string): Promise<OpenedDocument | ToolRefusal>
  /** A rule's page, where the pages are at hand. */
  rulePage?(rule: string): string | undefined
}

export interface OpenedDocument {
  readonly text: string
  readonly language: Language
  readonly configuration: Configuration
}

/** One sentence that says what to give instead. */
export interface ToolRefusal {
  readonly refusal: string
}

export const refused = (value: object): value is ToolRefusal => 'refusal' in value

type Schema = z.ZodMiniType

interface ToolDefinition<I extends Schema, O extends Schema> {
  readonly name: string
  readonly title: string
  /** For the assistant: when to use it and what comes back. */
  readonly description: string
  readonly input: I
  readonly output: O
  answer(input: z.infer<I>, host: ToolHost): Promise<z.infer<O> | ToolRefusal>
}

export interface AssistantTool {
  readonly name: string
  readonly title: string
  readonly description: string
  /** As JSON Schemas only where somebody asks for them: the converter is as big as all the tools. */
  readonly input: Schema
  readonly output: Schema
  /** Never throws on what an assistant writes; plain data, as JSON can hold it. */
  call(input: unknown, host: ToolHost): Promise<object>
}

export const defineTool = <I extends Schema, O extends Schema>({
  answer,
  ...described
}: ToolDefinition<I, O>): AssistantTool => ({
  ...described,
  async call(given, host) {
    const { data, error } = z.safeParse(described.input, given)
    if (error) return { refusal: misuse(error.issues[0]) }
    const result = await answer(data, host)
    // JSON knows neither infinity nor what is undefined.
    return JSON.parse(JSON.stringify(result))
  },
})

/** `changes.0.key: expected one of component, region, p99, rate.` */
function misuse(issue: z.core.$ZodIssue | undefined): string {
  const place = issue?.path.join('.') || 'the input'
  if (issue?.code === 'invalid_type') return `${place}: expected ${issue.expected}.`
  if (issue?.code === 'invalid_value') return `${place}: expected one of ${issue.values.join(', ')}.`
  return `${place}: not supported.`
}
