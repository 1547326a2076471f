import { listOf } from '@/lib/english/word-list';

/** Whose product it is, for sentences that name the product alone. */
const PRODUCTS_OF = {
  Anthropic: 'Claude|Opus|Sonnet|Haiku',
  OpenAI: 'ChatGPT|GPT|Codex|Sora|DALL-E',
  Google: 'Gemini|Gemma|Bard|NotebookLM|Veo|Imagen|Vertex AI',
  Meta: 'Llama',
  Microsoft: 'Copilot|Azure AI',
  GitHub: 'GitHub Copilot',
  xAI: 'Grok',
  Apple: 'Siri',
  Amazon: 'Alexa|Bedrock',
  Adobe: 'Firefly',
  Salesforce: 'Agentforce|Einstein',
  SAP: 'Joule',
  IBM: 'watsonx|Watson',
  Samsung: 'Bixby|Galaxy AI',
  Alibaba: 'Qwen',
  Cognition: 'Devin',
};

let makers: [string, string][] | null = null;

/** The firm behind a product's name; empty if unknown. The longest name decides: "GitHub Copilot" is not Microsoft's. */
export function makerOf(product: string): string {
  makers ??= Object.entries(PRODUCTS_OF)
    .flatMap(([firm, names]) => listOf(names).map((name): [string, string] => [name, firm]))
    .sort((a, b) => b[0].length - a[0].length);
  return makers.find(([name]) => product.startsWith(name))?.[1] ?? '';
}
