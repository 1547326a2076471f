/** Words that show that a sentence is about AI (taxonomy, gate A), and the senses of the same words that are not. */

/** Unambiguous. "AI" counts in capitals only. */
export const STRONG = String.raw`\b(?:[Aa]rtificial [Ii]ntelligence|[Gg]en(?:erative)?[- ]?AI|(?:[A-Za-z]+-)?A\.?I\.?(?:s|'s)?(?:-[A-Za-z]+)*(?!\w)|[Mm]achine[- ][Ll]earning|[Dd]eep [Ll]earning|(?:[Ll]arge |[Ss]mall |[Ff]rontier )?[Ll]anguage [Mm]odels?|LLMs?|[Cc]hat ?bots?|[Nn]eural (?:network|net|architecture|machine)\w*|[Ff]oundation [Mm]odels?|[Ff]rontier models?|ML (?:models?|systems?|algorithms?|applications?|pipelines?)|[Aa]gentic|[Vv]oice (?:bots?|AI|agents?)|GPT(?:-?[\w.]+)?|ChatGPT|[Cc]opilots?|[Ss]uperintelligence|AGI|[Cc]hat assistants?|Claude(?: (?:Code|Opus|Sonnet|Haiku|\d[\d.]*))?|OpenAI|Anthropic|DeepMind|DeepSeek|Qwen[\w.-]*|Perplexity AI|Gemini \d[\w.]*|Gemini (?:Pro|Ultra|Flash|Nano)|Llama \d[\w.]*|Mistral AI|Midjourney|Grok \d|xAI|Hugging Face|AI21)`;

/** Ambiguous: they count where the page or the neighbouring sentence is about AI. */
export const WEAK = String.raw`\b(?:agents?|assistants?|models?|bots?|Gemini|Llama|Mistral|Bard|Cursor|Grok|Perplexity|Sora|Harvey|Devin|Einstein|Watson|tokens?|prompts?|inference|hallucinat\w+|algorithms?|algorithmic|automat\w+|autonomous\w*|intelligen\w+|smart(?:er|est)?|digital workers?|reasoning|tutor|scribe|detector|platform|engine|adviser|advisor|robots?|robotic\w*|technology|tool|tools|system|systems|software|superintelligence|benchmarks?|training|learning)\b`;

/** The thing or its maker by pronoun or definite noun: they borrow the anchor of what went before. */
export const POINTER = String.raw`\b(?:it|its|this|these|they|their|she|he|we|our|us|you|your|the (?:\w+ )?(?:company|firm|start-?up|vendor|maker|lab|group|bank|insurer|retailer|airline|studio|lender|product|service|feature|release|launch|update|app|round|partnership|alliance|collaboration|pilot|rollout))\b`;

/** Other meanings of the letters: such a match is no anchor. Tested on the words around it. */
export const INNOCENT: readonly string[] = [
  String.raw`\bAir India\b|\bflight (?:AI|\d)|\(AI\) flight|\bAI[- ]?\d{3}\b`,
  String.raw`\bAmnesty\b|\bfreedom of expression\b`,
  String.raw`\bavian (?:influenza|flu)\b|\bpoultry\b|\bbird flu\b`,
  String.raw`\.ai (?:file|domain|format)s?\b|\bIllustrator\b|\.ai\b(?! (?:said|says|announced|launch))`,
  String.raw`\bAi Weiwei\b`,
  String.raw`\bartificial insemination\b|\bappreciative inquiry\b|\baortic insufficiency\b`,
  String.raw`\b(?:estate|travel|letting|sports?|literary|FBI|secret|special|federal|free|insurance|cleaning|oxidi[sz]ing|reducing|chemical|change|undercover|customs|border|nerve|contrast|real[- ]estate|ticket|press|booking|talent|transfer|double|foreign|midfielder's|player's)[- ]agents?\b|\buser[- ]agents?\b`,
  String.raw`\b(?:fashion|role|business|super|climate|economic|toy|scale|car|swimwear|glamour|plus-size|runway|family|financial|revenue|funding|operating|weather) models?\b`,
  String.raw`\b(?:smart (?:meters?|cards?|casual|money)|intelligence (?:agency|agencies|officers?|services?|committee|community)|intelligent design|autonomous (?:region|community|republic|province))\b`,
  String.raw`\b(?:electrical|power|substation|toy|voltage) transformers?\b|\btransformers? (?:at|failed|station)\b`,
  String.raw`\b(?:tax|carbon|film|closing|university|college) credits?\b`,
  String.raw`\b(?:tech|customer|life|child) support\b`,
];
