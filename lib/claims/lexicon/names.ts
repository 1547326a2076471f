import { listOf } from '@/lib/english/word-list';

/** Firms and products of the trade. A name here can be an actor, a product or an anchor; add to the lists freely. */
export const FIRMS: readonly string[] = listOf(
  'OpenAI|Anthropic|Google DeepMind|DeepMind|Google Cloud|Google|Alphabet|Microsoft|Meta',
  'Amazon Web Services|AWS|Amazon|Apple|Nvidia|NVIDIA|IBM|Salesforce|SAP|Oracle|Adobe|Figma|Canva',
  'GitHub|GitLab|Vercel|HubSpot|Notion|Slack|Zoom|Shopify|Klarna|Duolingo|Stripe|PayPal',
  'American Express|Mastercard|Visa|Accenture|Deloitte|McKinsey|BCG|PwC|KPMG|EY|Samsung|Intel|AMD',
  'Qualcomm|Arm|Cerebras|Groq|xAI|Mistral AI|Mistral|Cohere|Perplexity|Hugging Face|Stability AI',
  'Midjourney|Runway|ElevenLabs|Databricks|Snowflake|Palantir|ServiceNow|Workday|UiPath|Zendesk',
  'Intercom|Twilio|Atlassian|Autodesk|Siemens|Bosch|LG|Sony|Tesla|Waymo|Uber|Airbnb|Walmart|Target',
  "Starbucks|McDonald's|Coca-Cola|Unilever|JPMorgan Chase|Goldman Sachs|Morgan Stanley|Cisco|Dell|HP",
  'Lenovo|Huawei|Baidu|Alibaba|Tencent|ByteDance|TikTok|DeepSeek|CrowdStrike|Palo Alto Networks',
  'Cloudflare|Ollama|LangChain|Replit|Cursor|Cognition|Harvey|Grammarly|Chegg|Pearson|Khan Academy',
  'Coursera|Udemy|Spotify|Netflix|Disney|Reddit|Snap|Pinterest|LinkedIn|X Corp|Telegram',
);

export const PRODUCTS: readonly string[] = listOf(
  'ChatGPT|GPT-5|GPT-4o|GPT-4|Claude Code|Claude Opus|Claude Sonnet|Claude Haiku|Claude|Gemini Flash',
  'Gemini Pro|Gemini|Gemma|Llama|Copilot|GitHub Copilot|Microsoft 365 Copilot|Codex|Sora|DALL-E|Grok',
  'Bard|Siri|Alexa|Bixby|Galaxy AI|Firefly|Einstein|Agentforce|Joule|Watson|watsonx|Devin|Bedrock',
  'Vertex AI|Azure AI|Cortex|Midjourney|Stable Diffusion|Qwen|DeepSeek|Mixtral|Nova|Titan|Breeze',
  'Notion AI|Jasper|AlphaFold|Veo|Imagen|NotebookLM|Llama.cpp|Perplexity',
);

export const NAMES: readonly string[] = [...FIRMS, ...PRODUCTS];
