// The longest tasks in a trace of a browser, in processor time: another program's work on the machine doesn't count.

export interface Task {
  /** Milliseconds of processor time. */
  readonly ms: number
  /** `main` or the worker's name, with the process. */
  readonly thread: string
  /** What took the most of it. */
  readonly what: string
  /** Whether it is the thread that draws the editor's text. */
  readonly isEditor: boolean
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: {
    readonly name?: string
    readonly data?: { readonly type?: string; readonly functionName?: string; readonly url?: string }
  }
}

/** The longest first. */
export function longestTasks(trace: Buffer): readonly Task[] {
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: readonly TraceEvent[] }
  const threads = new Map<string, string>()
  for (const event of traceEvents)
    if (event.name === 'thread_name') threads.set(keyOf(event), event.args?.name ?? '')
  const editors = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown')
      .map(keyOf),
  )
  return traceEvents
    .filter(({ name, tdur = 0 }) => name === 'RunTask' && tdur > 8000)
    .sort((one, other) => (other.tdur ?? 0) - (one.tdur ?? 0))
    .slice(0, 60)
    .map(task => ({
      ms: (task.tdur ?? 0) / 1000,
      thread: `${threads.get(keyOf(task))} ${task.pid}`,
      what: within(task, traceEvents),
      isEditor: editors.has(keyOf(task)),
    }))
}

const keyOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`

/** The longest of what is traced inside of a task. */
function within({ pid, tid, ts, dur = 0 }: TraceEvent, events: readonly TraceEvent[]): string {
  return events
    .filter(
      event =>
        event.pid === pid &&
        event.tid === tid &&
        event.ts >= ts &&
        event.ts + (event.dur ?? 0) <= ts + dur &&
        event.tdur !== undefined &&
        !event.name.endsWith('RunTask'),
    )
    .sort((one, other) => (other.tdur ?? 0) - (one.tdur ?? 0))
    .slice(0, 3)
    .map(
      ({ name, tdur = 0, args }) =>
        `${args?.data?.type ?? args?.data?.functionName ?? name} ${(tdur / 1000).toFixed(0)}`,
    )
    .join(' > ')
}
