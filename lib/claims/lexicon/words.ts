import { anyOf } from '@/lib/english/word-list';

/**
 * Word classes for the patterns, as alternations of regular-expression source. Data only: adding a word here is enough.
 * A name in angle brackets stands for another class; `pattern.ts` expands it.
 */
export const WORDS: Record<string, string> = {
  // ------------------------------------------------------------------------------------------------------- numbers
  DIGITS: String.raw`(?<![\w.])\d(?:[\d,]*\d)?(?:\.\d+)?`,
  SCALE: String.raw`(?:hundred|thousand|lakh crore|lakhs?|crores?|million|billion|trillion|mn|bn|trn|tn|tr|m|k)\b`,
  SMALL:
    'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|a hundred|a thousand|a million',
  VAGUE:
    'dozens|scores|hundreds|thousands|tens of thousands|hundreds of thousands|millions|tens of millions|hundreds of millions|billions|trillions',
  NUM: String.raw`(?:<DIGITS>\+?(?:[ -]?<SCALE>)?\+?|\b(?:<SMALL>)(?:[ -](?:<SMALL>|<SCALE>))?\b|\b(?:<VAGUE>)\b)`,
  PCT: String.raw`(?:<DIGITS>\+?[ ]?(?:%|per ?cent\b|percent\b|percentage points?\b)|\b(?:<SMALL>)(?:-(?:<SMALL>))? (?:per ?cent|percent)\b)`,
  FRACTION: String.raw`\b(?:(?:a |one[- ])?(?:half|third|quarter|fifth|sixth|tenth)|(?:two|three|four|nine)[- ](?:thirds|quarters|fifths|tenths)|(?:<SMALL>|\d+) (?:in|of every|out of(?: every)?) (?:every |the )?(?:<SMALL>|\d+)|most|the majority|the bulk)\b`,
  TIMES: String.raw`(?:(?:<NUM>) times|<DIGITS>(?:-| to )?\d*[ ]?x\b|\b(?:twice|double|triple|quadruple|tenfold|twofold|threefold|fivefold)\b|\w+-fold\b|an order of magnitude)`,
  MONEY: String.raw`(?:[$£€¥]\s?\d[\d,.]*(?:[ -]?<SCALE>)?|\b\d[\d,.]*(?:[ -]?<SCALE>)? (?:dollars|euros|pounds|cents)\b|\b(?:<SMALL>|<VAGUE>)(?: of)? (?:<SCALE> )?(?:dollars|euros|pounds|cents)\b)`,
  QTY: '(?:<PCT>|<TIMES>|<FRACTION>|<NUM>)',
  HEDGE: String.raw`(?:up to|as much as|as many as|more than|over|nearly|almost|roughly|around|about|an estimated|estimated|approximately|some|at least|well over|close to|just under|close to)`,

  // ------------------------------------------------------------------------------------------------------------ AI
  AIWORD: String.raw`(?:artificial intelligence|gen(?:erative)?[- ]?AI|machine[- ]learning|deep learning|(?:large |small |foundation |frontier )?language models?|LLMs?|chatbots?|neural|foundation models?|\bA\.?I\.?\b|AI[- ](?:\w+)|agentic|voice bots?|GPT[-\w.]*|ChatGPT|copilots?|superintelligence|AGI)`,
  AISUBJ: String.raw`(?:<AIWORD>|(?:assistants?|agents?|bots?|models?|systems?|platforms?|tools?|engines?|algorithms?|tutors?|scribes?|detectors?|technology|automation|software))`,

  // -------------------------------------------------------------------------------------------------------- people
  PEOPLE: anyOf(
    'people|persons?|employees?|workers?|staff|staffers|colleagues|humans?|agents|advis[eo]rs',
    'engineers|developers|programmers|coders|lawyers|attorneys|paralegals|doctors|physicians',
    'clinicians|nurses|radiologists|teachers|tutors|analysts|accountants|marketers|salespeople',
    'salesperson|sellers|reps|representatives|underwriters|designers|writers|copywriters|translators',
    'technicians|operators|consultants|researchers|scientists|associates|contractors|FTEs?',
    'full-time equivalents|headcount|hires?|professionals|experts?|specialists|teams?|department',
    'servants|handlers|moderators|editors|artists|creators|recruiters|managers|drivers|cashiers',
    'clerks|bankers|testers|builders|knowledge workers|users',
  ),
  // A trade by its ending, for keys that have counted its members: the list above can never name them all.
  TRADE:
    '(?!(?:comput|serv|process|sens|rout|transform|paramet|contain|number|pap|lett|ord|off|answ|quart|chapt|fact|err|do|flo|col|pow|lay|mast)(?:ers|ors)\\b|plants|giants|variants)[a-z]{3,}(?:ers|ors|ists|ians|ants)',
  EXPERT: anyOf(
    'humans?|human (?:experts?|graders?|reviewers?|doctors?|agents?|professionals?)|doctors?',
    'physicians?|clinicians?|radiologists?|lawyers?|attorneys?|teachers?|engineers?|developers?',
    'scientists?|researchers?|experts?|professionals?|specialists?|planners?|dispatchers?|schedulers?',
    'analysts?|consultants?|PhDs?|colleague|teammate|co-?worker|person|people|tax partner|silk|intern',
    'employee|assistant professor|accountants?|tutor',
  ),
  JOBS: String.raw`(?:roles?|jobs?|positions?|posts|headcount|workforce|payroll|staff|employees|workers|contractors?|colleagues|people|heads|leavers|redundancies|vacancies|layoffs|writers)`,
  OFFICER: String.raw`(?:chief (?:\w+ ){0,3}officer|chief executive|chief (?:\w+ )?(?:architect|scientist|economist)|C[A-Z]{1,2}O\b|CEO|CTO|CFO|co-?founder|founder|president|chair(?:man|woman)?|spokes(?:person|man|woman)|vice[- ]president|VP|head of|director|general manager|managing director|manager|boss|lead\b|executive)`,

  // ---------------------------------------------------------------------------------------------------------- work
  WORK: String.raw`(?:conversations?|chats?|calls?|tickets?|quer(?:y|ies)|requests?|enquir(?:y|ies)|inquir(?:y|ies)|e-?mails?|messages?|claims|cases|code|lines of code|pull requests?|commits?|software|invoices?|articles?|documents?|contracts?|tasks?|work(?:load)?|issues?|descriptions?|reports?|orders?|transactions?|interactions?|incidents?|alerts?|applications?|reviews?)`,
  WORKVERB: anyOf(
    'handl(?:e|es|ed|ing)|resolv(?:e|es|ed|ing)|answer(?:s|ed|ing)?|process(?:es|ed|ing)?',
    'writ(?:e|es|ten|ing)|wrote|generat(?:e|es|ed|ing)|author(?:s|ed|ing)?|review(?:s|ed|ing)?',
    'draft(?:s|ed|ing)?|complet(?:e|es|ed|ing)|clos(?:e|es|ed|ing)|tak(?:e|es|en|ing)',
    'deflect(?:s|ed|ing)?|perform(?:s|ed|ing)?|do(?:es|ing|ne)?|manag(?:e|es|ed|ing)',
    'triag(?:e|es|ed|ing)|settl(?:e|es|ed|ing)|execut(?:e|es|ed|ing)',
  ),
  CUT: anyOf(
    'cut(?:s|ting)?|eliminat(?:e|es|ed|ing)|reduc(?:e|es|ed|ing)|trim(?:s|med|ming)?|shed(?:s|ding)?',
    'ax(?:e|es|ed|ing)|slash(?:es|ed|ing)?|lay(?:s|ing)? off|laid off|let(?:ting)? go',
    'phas(?:e|ed|ing) out|wound down|wind(?:ing)? down|shrink(?:s|ing)?|not replac(?:e|ed|ing)',
    'replac(?:e|es|ed|ing)|no longer (?:need|needs|needed|require|required)|impacted|affects?|affected',
    'say goodbye|paus(?:e|ed|ing)|fr(?:eeze|ozen)|stop(?:s|ped|ping)? (?:using|hiring)',
  ),
  TIMEUNIT: 'seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?',

  // ---------------------------------------------------------------------------------------------------------- heat
  SUPER: anyOf(
    "world[- ]leading|world(?:'s|s) (?:first|most|best|leading|fastest|only)",
    'industry[- ](?:first|leading)|best[- ]in[- ]class|state[- ]of[- ]the[- ]art|cutting[- ]edge',
    'next[- ]gen(?:eration)?|ground-?breaking|breakthroughs?|revolutionary|unparalleled|unmatched',
    'unrivall?ed|unprecedented|one[- ]of[- ]a[- ]kind|world-class|award-winning|top-tier',
    'first-of-its-kind|game[- ]chang(?:er|ing)|step[- ]change|quantum leap',
    '(?:massive|major|huge|giant|generational|big|significant) leap|leap forward|pioneering|frontier',
    'unique(?:ly)?|premier|remarkable|exceptional|incredible|extraordinary|superior',
  ),
  OWNER: String.raw`[A-Z][\w.&-]+'s?`,
  TRANSFORM: anyOf(
    'transform(?:s|ed|ing|ation|ational|ative)?|revolutioni[sz](?:e|es|ed|ing)|reinvent(?:s|ed|ing)?',
    'reimagin(?:e|es|ed|ing)|redefin(?:e|es|ed|ing)|reshap(?:e|es|ed|ing)|disrupt(?:s|ed|ing)?',
    'rewir(?:e|es|ed|ing)|rewrit(?:e|es|ing)|supercharg(?:e|es|ed|ing)|turbocharg(?:e|es|ed|ing)',
    'democrati[sz](?:e|es|ed|ing)|unlock(?:s|ed|ing)?|unleash(?:es|ed|ing)?|usher(?:s|ed|ing)? in',
    'rethink(?:s|ing)?|changes everything|re-?engineer(?:s|ed|ing)?',
  ),
  INSTITUTION: anyOf(
    'industr(?:y|ies)|business(?:es)?|work|workflows?|workplace|health ?care|medicine|education|banking',
    'insurance|finance|commerce|retail|marketing|compan(?:y|ies)|enterprises?|organi[sz]ations?',
    'econom(?:y|ies)|societ(?:y|ies)|world|market|supply chains?|profession|customers?|everything',
    'every aspect|the way|how|what it means|lives|future|potential|software|development|experience',
    'customer experience|creativity|search|operations|journey|science|the internet|web',
  ),
  PUBLIC: anyOf(
    String.raw`patients?|lives|disease|cancer|diagnos\w+|pupils?|students?|child(?:ren)?|learners?|teachers`,
    String.raw`farmers?|communit(?:y|ies)|climate|emissions|planet|energy|water|waste|humanity|disab\w+|rural`,
    String.raw`underserved|drug discovery|scientific|science|research(?:ers)?|accessib\w+|health ?care|medical`,
    'care|education|national security|society|public|carbon|wildfires?|floods?|biology|medicine|drugs?',
  ),
  BETTER: anyOf(
    'improv(?:e|es|ed|ing|ement|ements)|boost(?:s|ed|ing)?|accelerat(?:e|es|ed|ing)|sav(?:e|es|ed|ing)',
    'cur(?:e|es|ed|ing)|detect(?:s|ed|ing)?|diagnos(?:e|es|ed|ing)|clos(?:e|es|ed|ing)',
    'reduc(?:e|es|ed|ing)|cut(?:s|ting)?|help(?:s|ed|ing)?|protect(?:s|ed|ing)?|solv(?:e|es|ed|ing)',
    'empower(?:s|ed|ing)?|advanc(?:e|es|ed|ing)|giv(?:e|es|en|ing)|bring(?:s|ing)?|tackl(?:e|es|ed|ing)',
    'enabl(?:e|es|ed|ing)|benefit(?:s|ed|ing)?',
  ),
  GOODS: anyOf(
    'tooth ?brush(?:es)?|mattress(?:es)?|kettles?|mouse|mice|rice cookers?|rice companion|credit cards?',
    'horoscopes?|fridges?|refrigerators?|ovens?|pillows?|mowers?|litter (?:tray|box)(?:es)?|shoes?',
    'sneakers?|bins?|bird feeders?|golf clubs?|blenders?|candles?|lockers?|washing machines?|washers?',
    'dryers?|vacuums?|vacuum cleaners?|hair ?dryers?|coffee (?:maker|machine)s?|grills?|mirrors?',
    'toilets?|cribs?|strollers?|air fryers?|thermostats?|light bulbs?|lamps?|door ?bells?|chairs?',
    'desks?|bicycles?|bikes?|helmets?|socks?|rings?|earbuds?|watches|backpacks?|suitcases?|razors?',
    'scales?|showers?|umbrellas?|pet feeders?|collars?|cat flaps?|treadmills?|rackets?|skis?|TVs?',
    'televisions?|air conditioners?|dishwashers?|hobs?|cookers?|microwaves?|perfumes?|lipsticks?',
    'shampoos?|beers?|wines?|memberships?',
  ),
  BENCH: anyOf(
    String.raw`MMLU[-\w]*|MMMU[-\w]*|GPQA(?: Diamond)?|SWE-?[Bb]ench(?: \w+)?|ARC-AGI[-\w]*|LM ?Arena|HumanEval`,
    String.raw`MATH(?:-\d+)?|AIME(?: \d+)?|GSM8K|Humanity's Last Exam|Terminal-?Bench[ \d.]*|OSWorld[-\w]*`,
    String.raw`MRCR[ \w]*|BrowseComp|\w*Bench(?:mark)?(?:-\w+)?|[A-Z]\w*-?Bench\b|Elo\b|MLPerf|benchmarks?`,
    String.raw`leaderboards?|Olympiads?|bar exam|medical exam|IMO\b|Kaggle|evals?\b|evaluations?|blind tests?`,
    'standardi[sz]ed tests?',
  ),
  DATA: String.raw`(?:data|content|conversations?|prompts?|photos?|records?|information|files?|messages?|recordings?|snapshots?|inputs?|queries|voices?|documents|drafts?)`,
  VIRTUE: String.raw`(?:safe(?:r|st|ly|ty)?|responsib(?:le|ly|ility)|ethic(?:al|ally|s)|fair(?:ness)?|unbiased|bias|trust(?:worthy|ed)?|transparen(?:t|cy)|explainable|human-cent(?:red|ered|ric)|aligned|alignment|guardrails?|safeguards?|red[- ]team\w*|governance|accountab\w+|compliance|compliant|secure(?:ly)?|security|wellbeing)`,
  BIZ: String.raw`(?:revenue|sales|profit|margins?|savings|costs?|ROI|return on investment|pipeline|churn|conversions?|conversion rates?|retention|customer satisfaction|CSAT|NPS|order value|run[- ]rate|payback|earnings|value|income|growth|leads|deal size|monetis\w+|monetiz\w+)`,
  USERS: String.raw`(?:users?|customers?|organi[sz]ations?|companies|businesses|enterprises|developers|students|seats|subscribers|agents|countries|downloads|installs|messages|tokens|queries|members|sign-?ups|insurers|banks|teams|people|employees|staff|visitors|names|stars|repositories|partners)`,
  USEVERB: String.raw`(?:us(?:e|es|ed|ing)|rel(?:y|ies|ied) on|adopt(?:s|ed|ing|ion)?|deploy(?:s|ed|ing)?|sign(?:ed)? up|switched on|trust(?:s|ed)?|built|reach(?:ed|es)?|tops|topped|passed|surpass(?:ed)?|grew|growing|joined|serv(?:e|es|ed|ing)|process(?:es|ed)|download(?:ed|s))`,
  FUTURE: String.raw`(?:will|'ll|won't|is going to|are going to|(?:is|are) set to|(?:is|are) poised to|on track to|promises? to|(?:is|are) expected to|shall|to come|the future|inevitabl[ey])`,
};
