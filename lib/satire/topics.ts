import { saysOne } from './match';

/**
 * What a claim is about, decided from its own sentence. A topic needs one of `any` (and one of `also`, where given) and none of
 * `not`. In doubt a claim has no topic: a joke about chatbots beside a claim about code is the worst failure there is.
 */
interface Topic {
  any: string[];
  also?: string[];
  not?: string[];
}

const words = (text: string): string[] => text.split('|');

const TOPICS: Record<string, Topic> = {
  chatbot: {
    any: words(
      'chatbot|chat bot|customer service|customer-service|customer support|support agent|support case|support ticket|service agent|' +
        'call center|call centre|contact center|contact centre|customer queries|customer inquiries|customer enquiries|customer chats|customer conversations|' +
        'customer question|customer request|customer calls|phone calls|incoming calls|service calls|support calls|support chats|service chats|service requests|virtual assistant|virtual agent|virtual adviser|voicebot|voice bot|callers|drive-thru|drive-through|help desk|helpdesk|customer interactions|service interactions|support interactions|support request',
    ),
    not: words('code|developer|software engineer|companion|girlfriend'),
  },
  code: {
    any: words(
      'code$|coding|codebase|programmer|pull request|lines of code|software engineer|software developer|software development|developer|commits$|repositor|devops|vibe cod|vibe-cod',
    ),
    not: words(
      'qr code|dress code|code of|zip code|tax code|building code|code name|real estate developer|property developer',
    ),
  },
  rehire: {
    any: words(
      'rehir|re-hir|hiring|hire|recruit|bring back|bringing back|brought back|reinstat|return of human|back to human|back to people',
    ),
    also: words('human|people|staff|agent|worker|employee|person|role|team|support|redundan'),
  },
  funding: {
    any: words(
      'raised $|raised €|raised £|raises|raising|funding round|series a|series b|series c|series d|series e|series f|seed round|valuation|valued at|venture|led by|round led|in funding|investors',
    ),
    not: words(
      'awareness|prices|raised concerns|raises questions|raised the price|raising the price|raises the price|raises prices|raising prices',
    ),
  },
  capex: {
    any: words(
      'data center|data centre|datacenter|datacentre|capital expenditure|capex|ai infrastructure|gpus|gigawatt|chip plant|supercomputer|compute capacity',
    ),
  },
  acquisition: {
    any: words('acquire|acquiring|acquisition|takeover|to buy$|has bought|bought|merger'),
    not: words('customer acquisition|acquire customers|skills|talent acquisition|data acquisition'),
  },
  energy: {
    any: words(
      'energy|electricity|carbon|emission|net zero|net-zero|water use|water consumption|nuclear|reactor|renewable|climate|sustainab|gigawatt|megawatt|power plant|power grid',
    ),
    not: words('sustainable growth|sustainable advantage|high energy|energy of'),
  },
  health: {
    any: words(
      'patient|doctor|clinician|nurse|hospital|medical|diagnos|radiolog|health care|healthcare|clinical|disease|cancer|physician|drug discovery|therapy|therapist|mental health|health',
    ),
    not: words('healthy growth|financial health|health of the business|device health|patient capital'),
  },
  education: {
    any: words('student|teacher|pupil|school|classroom|tutor|homework|learner|universit|college|education'),
    not: words('old school|business school|old-school|machine learner|school of thought|educational discount'),
  },
  search: {
    any: words(
      'search engine|search results|web search|search experience|ai overview|ai mode$|search box|search queries|publishers|in search$|of search$|answer engine',
    ),
  },
  creative: {
    any: words(
      'film|movie|music|song|artist|novel|image generat|generate image|video generat|generate video|text-to-video|text-to-image|illustrat|creative work|creativity|filmmak|photograph|voice actor|voiceover|screenwrit|animation|video game|npc|storytell|creators|designs$|advertisement|creative',
    ),
    not: words('creative destruction|in the film|creative accounting|state of the art'),
  },
  survey: {
    any: words(
      'survey|respondent|polled|said they|say they|plan to adopt|of executives|of ceos|of leaders|of companies|of organizations|of organisations|of businesses|of firms|of cios|of it leaders|of decision-makers|of decision makers',
    ),
  },
  robot: {
    any: words(
      'robot|humanoid|self-driving|driverless|autonomous vehicle|robotaxi|autonomous car|autonomous truck|drone',
    ),
    not: words('robotic process|robo-advis|chatbot'),
  },
  model: {
    any: words(
      'language model|foundation model|frontier model|reasoning model|ai model|open-weight model|our model|new model|latest model|most capable model|model family|smartest model|best model|powerful model|advanced model|intelligent model|gpt-|llama|gemini|claude|context window|flagship model',
    ),
    not: words('business model|pricing model|operating model|model for how'),
  },
  launch: {
    any: words(
      'launch|unveil|introduc|announc|rolls out|roll out|rolling out|debut|available today|now available|new feature|feature|beta|app$|assistant|copilot|platform',
    ),
    not: words('rocket|model family|data center|data centre'),
  },
  agi: {
    any: words(
      'agi|general intelligence|superintelligen|human-level|human level|smarter than human|smarter than any human|smarter than all human',
    ),
  },
  jobs: {
    any: words(
      'jobs|job losses|entry-level|white-collar|workforce|occupations|unemployment|professions|future of work|every job',
    ),
    not: words('print job|steve jobs|job done|batch jobs'),
  },
  doom: {
    any: words(
      'existential|extinct|catastroph|end of humanity|destroy humanity|dangerous technology|greatest risk|threat to humanity|greatest danger',
    ),
  },
  economy: {
    any: words(
      'trillion|gdp|global economy|the economy|economic growth|world economy|economic value|economic impact|economic output',
    ),
  },
  rebrand: {
    any: words(
      'ai-first|ai first|ai-native|ai native|ai company|rebrand|renam|new name|change its name|changed its name|ai-driven company|pivot',
    ),
  },
  mandate: {
    any: words(
      'all employees|every employee|employees to use|staff to use|mandat|expected to use|required to use|must use|memo|performance review|use of ai is now|usage of ai|encourag',
    ),
    also: words('ai|tool|copilot|assistant'),
    not: words('employees across|laid off|layoff|customers must|government mandate'),
  },
  hiring: {
    any: words(
      'chief ai officer|ai talent|résum|resume|candidate|applicant|recruiting process|job seeker|reskill|upskill|retrain|hiring process|hiring manager|talent war|war for talent',
    ),
    not: words('resumed|resumes operations|drug candidate|presidential candidate|laid off|layoff'),
  },
  copyright: {
    any: words(
      'copyright|fair use|plagiar|licensed content|licensing deal|royalt|without permission|creators*compensat|compensat*creators|authors*sued|scraped|distill*model|artists*consent|books3',
    ),
    not: words('privacy|copyright notice|copyright 20|© 20'),
  },
  regulation: {
    any: words(
      'regulat|legislat|ai act|lawmaker|congress|senate|voluntary commitment|policymaker|self-regulat|moratorium|governance',
    ),
    not: words('regulated industr|regulatory filing|regulators in finance'),
  },
  incident: {
    any: words(
      'hallucinat|apolog|inconvenience|outage|error|mistake|incorrect|inaccura|fabricat|wrong answer|bug$|glitch|unintended|unexpected behavio|fake citation|false information',
    ),
    not: words('fewer error|error rate|error-free|reduces errors|reduce errors|cut errors|human error|without error'),
  },
  delay: {
    any: words(
      'delay|postpone|pushed back|push back|later than planned|not ready|coming later|longer than expected|needs more time|pushed to',
    ),
  },
  shutdown: {
    any: words(
      'shut down|shutting down|shuts down|discontinu|retire|retiring|sunset|end of life|end-of-life|wind down|winding down|pull the plug|withdraw|remove the feature|phase out|phasing out|scrap',
    ),
    not: words('retirement|retiree|retired executive'),
  },
  open: { any: words('open source|open-source|open weight|open-weight|open model|openly available|open up') },
  companion: {
    any: words(
      'companion|ai friend|virtual friend|ai girlfriend|ai boyfriend|friendship|loneliness|lonely|digital human|your friend',
    ),
  },
  device: {
    any: words(
      'wearable|pendant|ai pin|smart glasses|earbud|smartphone|phone$|phones$|gadget|handset|ai pc|ai pcs|hardware device|new device',
    ),
  },
  meetings: {
    any: words('meeting|notetaker|note-taker|note taker|video call|calendar invit'),
    not: words(
      'meeting demand|meeting the|meeting customer|annual meeting|shareholder meeting|meeting with|meetings with',
    ),
  },
  earnings: {
    any: words('run rate|run-rate|revenue|earnings|profit|margin|annualized|annualised|arr$|sales growth|adjusted'),
  },
};

/** All topic names. */
export const TOPIC_NAMES: ReadonlySet<string> = new Set(Object.keys(TOPICS));

/** The topics of a claim's sentence, given as `plain` text. */
export function topicsOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const [name, topic] of Object.entries(TOPICS)) {
    if (saysOne(text, topic.any) === '') continue;
    if (topic.also && saysOne(text, topic.also) === '') continue;
    if (topic.not && saysOne(text, topic.not) !== '') continue;
    found.add(name);
  }
  return found;
}
