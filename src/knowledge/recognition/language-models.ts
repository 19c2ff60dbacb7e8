// Whether a language model writes the answer, by the names that people give to what they ask and by what they ask.

/** It takes as long as what it writes is; what the same vendor answers in a fraction of a second is none of it. */
export const namesLanguageModel = (name: string, asked: string): boolean =>
  models.test(name) && !otherModels.test(`${name} ${asked}`)

const models =
  /\b(?:llms?|(?:large )?language models?|gpt[- ]?[\w.]*|chatgpt|openai|openrouter|anthropic|claude|gemini|mistral(?: ai)?|bedrock|ollama|vllm|llama(?!-?index|-?parse|-?hub)[\w.-]*)\b/i
/** Answered in a fraction of a second, something else by that vendor, or what asks a model itself. */
const otherModels =
  /\bembed\w*|\bmoderation|\bwhisper|\btranscri\w*|\btts\b|\bspeech|\bclassif\w*|\bmodels? list|\b(?:llm|openai|model) (?:clients?|orchestrat\w*|gateways?|routers?|sdks?)/i
