// What a library means by its retry figure: does it count the first call?

export interface RetrySetting {
  readonly library: string
  readonly field: string
  /** Whether the figure counts the first call. */
  readonly includesFirst: boolean
  /** The figure the library uses when nothing is set. */
  readonly usual?: number
  /** Larger figures are cut to this. */
  readonly cap?: number
  readonly source: string
}

/** From the libraries' own reference pages. */
export const retrySettings: readonly RetrySetting[] = [
  {
    library: 'gRPC',
    field: 'retryPolicy.maxAttempts',
    includesFirst: true,
    cap: 5,
    source: 'gRPC proposal A6: includes the original call, values above 5 are treated as 5',
  },
  {
    library: 'AWS SDK',
    field: 'max_attempts',
    includesFirst: true,
    usual: 3,
    source: 'AWS SDKs and Tools reference, retry behavior: includes the initial call',
  },
  {
    library: 'resilience4j',
    field: 'maxAttempts',
    includesFirst: true,
    usual: 3,
    source: 'resilience4j Retry: includes the initial call as the first attempt',
  },
  {
    library: 'Spring Retry',
    field: 'maxAttempts',
    includesFirst: true,
    usual: 3,
    source: 'Spring Retry SimpleRetryPolicy: includes the initial try',
  },
  {
    library: 'Envoy',
    field: 'num_retries',
    includesFirst: false,
    usual: 1,
    source: 'Envoy RetryPolicy: number of retries',
  },
  {
    library: 'Istio',
    field: 'retries.attempts',
    includesFirst: false,
    usual: 2,
    source: 'Istio HTTPRetry: number of retries to be allowed, despite its name',
  },
  {
    library: 'Polly',
    field: 'MaxRetryAttempts',
    includesFirst: false,
    usual: 3,
    source: 'Polly RetryStrategyOptions: in addition to the original call',
  },
  {
    library: 'AWS App Mesh',
    field: 'maxRetries',
    includesFirst: false,
    source: 'App Mesh retry policy: maximum number of retry attempts',
  },
]

/** All calls made for a figure of a library: the figure itself, or one more. */
export function attemptsMeant(setting: RetrySetting, value: number): number {
  const capped = Math.min(value, setting.cap ?? value)
  return Math.max(1, setting.includesFirst ? capped : capped + 1)
}
