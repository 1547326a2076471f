import type { Claim, NoJokes, PageText, Room, SensitiveTopic } from '@/lib/model';
import { plain } from '../english/fold';

/** A topic on which no joke belongs, and how a text shows that it is about it. */
interface Sensitive {
  topic: SensitiveTopic;
  /** Also keeps jokes away from the paragraphs before and after. */
  wide: boolean;
  pattern: RegExp;
}

/** What follows “the death of the app” where it was a person who died. */
const NO_PERSON = String.raw`(?! (?:\w+ )?(?:co-?founders?|creators?|critics?|designers?|developers?|drivers?|employees?|engineers?|executives?|founders?|makers?|managers?|owners?|teams?|testers?|users?|workers?))`;
/** A thing that a clause is about, and that can die without anybody’s death. */
const MORTAL_THING = String.raw`(?<=^|[-.;,:–—("] ?|\b(?:and|but|that) )(?:(?:the|its|this|that|their) )?(?:\w+ ){0,2}(?:strategy|strategies|project|deal|idea|content|seo|web|internet|search|email|app|product|plan)`;

/** Somebody whom a sentence harms. */
const PERSON = String.raw`(?:bystanders?|boys?|child(?:ren)?|civilians?|drivers?|girls?|he|m[ae]n|officers?|patients?|pedestrians?|people|persons?|protest[eo]rs?|she|soldiers?|students?|suspects?|teen\w*|who|wom[ae]n|workers?)`;
/** Where people are shot, and not a curve: “shot up a school”. */
const SHOT_PLACE = String.raw`(?:an?|her|his|my|our|the|their|two|three) (?:[\w-]+ ){0,2}(?:bars?|campus|church(?:es)?|cinemas?|classrooms?|clinics?|clubs?|concerts?|crowds?|houses?|malls?|mosques?|nightclubs?|offices?|restaurants?|schools?|shops?|(?<!\b(?:app|play) )stores?|supermarkets?|synagogues?|theat(?:er|re)s?|workplaces?)\b(?! (?:charts?|index|lists?|prices?|rankings?|sales|traffic))`;
/** Where a target that is picked is somebody’s house. */
const WAR_ZONE = '(?:gaza|iran|iraq|lebanon|sudan|syria|ukraine|west bank|yemen)';
const TARGETS = String.raw`(?:choos\w+|chose|find|found|generat\w+|identif\w+|locat\w+|nam(?:ed|ing)|nominat\w+|pick\w*|recommend\w*|select\w*|str(?:ike|iking|uck)|suggest\w*) (?:(?!climate|earnings|emissions?|growth|net|price|profit|revenue|sales)\w+ ){0,3}targets?(?! (?:audience|compan|customer|for (?!(?:air |drone )?(?:assassinat|attack|bomb|eliminat|kill|strike))|group|market|user))`;

/** Figures of speech that name death or violence and mean neither: taken out, as whole words, before anything is looked for. */
const FIGURES = new RegExp(
  String.raw`\b(?:${[
    String.raw`killer (?:app|apps|feature|features|application|use case|product|demo|combination)s?`,
    String.raw`kill[- ]switch(?:es)?|kill (?:my|our|them|your)sel(?:f|ves) laughing|kill (?:myself|ourselves) (?:over|trying)|not kill yourself over`,
    String.raw`kill(?:ed|s|ing)? (?:it|off(?!-)|time|the (?:\w+ ){0,2}(?:project|product|feature|app|service|deal|program(?:me)?|bug|process|button|brand|mood|plan|model|chatbot|website|web)s?${NO_PERSON})`,
    String.raw`(?:make|made|makes|making) a killing`,
    String.raw`dead[- ](?:simple|ends?|easy|weights?|locks?|zones?|links?|letters?|code|on arrival|heats?|ringers?|center|in the water)|dead[- ]last(?! (?:week|month|year|night|spring|summer|fall|autumn|winter|\w+day|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))`,
    String.raw`bleeding[- ]edge|die[- ]hard|to die for|die[- ]size|dies? down|never dies?|old habits die`,
    String.raw`(?:war|wars|battle|fight|arms race) (?:for|over) (?:ai )?(?:talent|users|attention|eyeballs|market share|engineers|researchers|chips)`,
    String.raw`(?:talent|price|browser|format|chip|platform|bidding|trade|culture|console|streaming|ai|search|turf|cloud|payments?)[- ]wars?`,
    String.raw`war (?:chest|room|story|stories|of words|on (?:cost|costs|waste|spam|complexity))s?`,
    String.raw`(?:end|sunset|death) of (?:life|support)|death (?:march|by powerpoint|knell|of (?:the )?(?:website|web|keyboard|email|search|seo|password|office|spreadsheet|app|saas|software|distance)s?${NO_PERSON})`,
    String.raw`(?:shot|shoot(?:s|ing)?) up(?! ${SHOT_PLACE})|shoot(?:s|ing)? for|stalking[- ]horses?|long[- ]shot|screen ?shot|head ?shot|one[- ]shot|few[- ]shot|zero[- ]shot`,
    String.raw`(?:demo|launch|presentation|show|film|debut|ad|test|keynote|rollout)\b[^.]{0,30} bombed|bombed (?:on stage|at launch|with)|photo ?bomb`,
    String.raw`(?:hold|holds|held|holding) (?:(?:our|your|their|its|the|my|his|her) )?(?:\w+ ){0,2}(?:accounts?|business(?:es)?|companies|company|content|data|economy|files?|industry|internet|market|photos?|web) hostage|(?:customers|developers|users) hostage (?:by|through|to|with)|(?<!\b(?:child|children|crew|girls|her|him|journalists|m[ae]n|passengers|people|pupils|staff|students|taken|them|took|tourists|us|wom[ae]n|workers) )hostage to`,
    String.raw`fatal (?:exceptions?|flaws?)|fatal errors? (?:messages?|on line|in (?:the |its |their )?(?:build|code|console|log|logs))|(?:with|throws|threw) an? fatal error|(?:avoids?|cuts?|fewer|fix(?:es|ed)?|no|reduces?) fatal errors|(?:attack|attacked) (?:surface|surfaces|the problem)|panic attack`,
    String.raw`conflicts? of interest|(?:merge|scheduling|calendar) conflicts?|strokes? of (?:luck|genius|a pen|the pen)|key ?strokes?|brush ?strokes?`,
    String.raw`victims? of (?:its|their|his|her) own success|(?<!child |domestic |elder |sexual |substance )abuse (?:monitoring|detection|reports?|of (?:market|dominan|power|credits))[a-z]*|terms[- ]abuse`,
    String.raw`military[- ]grade|flood of|flooded with|tsunami of|avalanche of|(?:by|in) a landslide|landslide (?:victory|win|vote)|(?:bandwidth|compute|cpu|data|gpu|lock|memory|queue|resource|thread) starvation|wildfire growth|spread like wildfire|perfect storm|earthquake in (?:the |this )?(?:\w+ )?(?:business|field|industry|market|markets|sector|tech)|ai (?:boom|bubble)`,
    String.raw`nuclear (?:power|plant|plants|energy|reactor|reactors|fusion|option)`,
    String.raw`child (?:process|processes|node|nodes|company|theme|element|elements)|brain ?child|child'?s play|poster child`,
    String.raw`${MORTAL_THING} (?:dies|died|(?:is|are|was|were) (?:dead|dying))|dead[- ]internet`,
    String.raw`abuse resistance|(?:counteract|prevent|detect|combat|stop|against) abuse(?! of (?:child|wom|minor|girl|boy))`,
    String.raw`shooting (?:in (?:4k|8k|log|low light|portrait|raw|the dark)|and editing|modes?|video|photos?)|(?:photo|video|pro-level|burst|night) shooting`,
    String.raw`drown(?:s|ed|ing)? out|strangl(?:ed|ing) (?:by )?(?:innovation|growth|regulations?|red tape|supply|demand|startups|bureaucracy|the (?:\w+ )?(?:economy|industry|market|sector))`,
    String.raw`open(?:s|ed|ing)? fire (?:on|at|against) (?:(?:\w+ ){0,2}(?:bills?|compan(?:y|ies)|competitors?|critics?|industry|labs?|laws?|plans?|policy|proposals?|regulators?|reports?|rivals?|rules?|startups?|tech)|(?:apple|anthropic|google|meta|microsoft|openai))`,
    String.raw`(?:food|sugar)[- ]comas?|(?:brand|business|company|deals|economy|industry|ipos|market|product|project|sector|stock)s? (?:(?!died|dead|killed|left|put|who|m[ae]n|wom[ae]n|child|founder|patient)[\w'’]+ ){0,5}comas?`,
    String.raw`(?:slain|slay\w*) (?:the )?(?:dragons?|giants?|beasts?)|(?:dragons?|giants?|beasts?) (?:(?:was|were|is|are) )?slain`,
    String.raw`suicide (?:burn|squad|linux)|(?:code|ai) assault|assault on (?:the market|prices|margins)|sick of|rape ?seed`,
  ].join('|')})\b`,
  'g',
);

const SENSITIVE: readonly Sensitive[] = [
  {
    topic: 'death',
    wide: true,
    pattern:
      /\b(?:died|dies|dying|deaths?|dead|deceased|killed|kills|killing|killings|fatal|fatally|fatality|fatalities|suicid\w*|self[- ]harm\w*|(?:took|taken|take|taking|end|ended|ending|lose|losing|lost|claimed|claiming) (?:his|her|their|\d+|(?:two|three|many|several|dozens of|hundreds of|thousands of)) (?:own )?li(?:fe|ves)|loss of (?:(?!battery|shelf|half|service|product|tool)\w+ )?li(?:fe|ves)|perish(?:ed|es|ing)?|stillb(?:irths?|orn (?:bab(?:y|ies)|child|children))|(?:bab(?:y|ies)|child|children|daughter|girl|boy|infant|son|twins?) (?:was|were|is|are) stillborn|slain|strangulation|strangled (?:by (?:an?|her|his) |to death|him|her|them|(?:an?|the|two|three) (?:\w+ )?(?:m[ae]n|wom[ae]n|girls?|boys?|child|children))|(?:was|were|been|being|found) strangled(?! by)|(?:civilian|mass|many|\d+) casualties|murder\w*|homicid\w*|manslaughter|funerals?|pass(?:ed|es) away|hang(?:ed|s)? (?:him|her|them)sel\w+|kill (?:him|her|them|your|my)sel(?:f|ves)|(?:child(?:ren)?|people|patients?|soldiers|workers) (?:may|might|can|could|would|will) (?:\w+ )?die(?! (?:for (?!lack|want)|on (?:this|that) hill|than))|crushed to death|buried (?:alive|when|under (?:rubble|debris))|bereave\w*|mourn\w*|grief|grieving|obituar\w*|overdos\w*|widow\w*|drowned|drownings?(?= (?:accidents?|deaths?|of|victims?))|(?:a|the|two|three|\d+) drownings?|corpses?)\b/,
  },
  {
    topic: 'illness',
    wide: false,
    pattern:
      /\b(?:sepsis|embolisms?|embolus|emboli|thrombos[ei]s|blood clots?|aneurysms?|h(?:a)?emorrhag\w*|lesions?|metasta\w*|seizures?|cancers?|tumou?rs?|leuk[a]?emia|heart attacks?|(?:heart|kidney|liver|lung) disease|lymphomas?|melanomas?|carcinomas?|tuberculosis|malaria|amputat(?:ed|ions?|ees?)|comatose(?! (?:\w+ )?(?:market|industry|economy|sector|business))|(?:from|in|into|out of) (?:a|her|his|the) (?:\w+ )?coma|(?:in|into|to|from) (?:the |an )?icus?|on (?:a )?ventilators?|cardiac arrests?|strokes?|dementia|alzheimer\w*|parkinson\w*|epilep\w*|diabet\w*|hiv|autis\w*|blindness|depression|illness(?:es)?|hospitali[sz]\w*|rare diseases?|terminal(?:ly)? ill\w*|emergency rooms?|intensive care|life[- ]threatening|organ failure|eating disorders?|anorexi\w*|bulimi\w*|psychosis|psychotic|delusions?|mental health (?:crisis|crises|emergenc\w*)|addict(?:ed|ion)|miscarr(?:iages?|ied)|disabled (?:people|patients|child)|injur(?:ed|ies|y|ing)|wounded|elderly patients?|denied (?:coverage|care|treatment)|misdiagnos\w*|paraly[sz]ed (?:below|from|in (?:both|her|his)|man|patients?|people|person|woman)|(?:facial|muscle|people with|spinal) paralysis|(?:para|quadri)pleg\w*|als|multiple sclerosis|schizophren\w*|bipolar disorder|hospices?|palliative|chemotherap\w*|(?:organ|heart|kidney|liver|lung) (?:failure|transplants?)|pneumonia|patients? (?:died|suffered|harmed|recovering)|covid(?:-19)?|pandemic)\b/,
  },
  {
    topic: 'abuse',
    wide: true,
    pattern:
      /\b(?:sexuali[sz]\w*|sexual(?:ly)? (?:abus|assault|exploit|harass|explicit|violen|content|image|material)\w*|child (?:abuse|exploitation|labou?r|safety|sexual\w*|pornograph\w*)|csam|p(?:a)?edophil\w*|porn\w*|nud(?:e|es|ity|if\w*)|naked (?:bod(?:y|ies)|child(?:ren)?|girls?|m[ae]n|people|persons?|wom[ae]n|images?|photos?|pictures?|videos?)|undress\w*|remove(?:s|d)? clothing|clothing from (?:photo|image|picture)\w*|non[- ]?consensual|without (?:her|his|their) consent|(?:bikinis?|clothes|girls?|lingerie|underwear|wom[ae]n|(?:images?|photos?|pictures?|videos?) of (?:\w+ ){0,2}(?:actress(?:es)?|boys?|celebrit\w+|child(?:ren)?|classmates?|her|him|m[ae]n|me|people|pupils|students?|teachers?|teen\w*|them))\b[^.]{0,40} without (?:any )?consent|rape[sd]?|raping|rapist|molest\w*|groom(?:ed|ing) (?:of|by|child|minor|teen|girl|boy)\w*|(?:boys?|child(?:ren)?|daughters?|girls?|he|kids?|minors?|people|pupils?|she|sons?|students?|teen\w*|they|who|wom[ae]n)(?: \w+){0,2} (?:been|being|was|were) groomed(?! (?:as|for (?!sex)|to (?:become|head|lead|replace|run|succeed|take (?:on|over))))|(?:been|being|was|were) groomed (?:by an?|for sex|online)|trafficking|(?:wom[ae]n|m[ae]n|girls?|boys?|child(?:ren)?|minors?|people|persons?|she|he|they|victims?|workers)(?: (?:who|that|have|has|had|is|are|was|were|been|being)){0,4} trafficked|revenge porn|sextort\w*|sex offen(?:ders?|[cs]es?)|incest(?!uous)\w*|domestic violence|abus(?:e|ed|es|ing|ive)|harass(?:ed|ment|ing)?|stalk(?:ed|er|ers|ing)|stalks? (?:an? (?:ex|former|girl|man|woman)|ex|girls?|her|him|his|my|people|their|them|women)|bull(?:ied|ying))\b/,
  },
  {
    topic: 'violence',
    wide: true,
    pattern:
      /\b(?:wars?|wartime|warfare|missiles?|air ?strikes?|drone strikes?|military strikes?|(?:armed|full-scale|land|military|russian) invasion|invasion (?:began|forces?|of (?:crimea|gaza|georgia|iran|iraq|kuwait|lebanon|poland|taiwan|ukraine)|troops)|strike (?:locations?|targets?)|battlefields?|combat|troops|soldiers?|weapons?|weaponry|targeting system|(?:the|armed|military|in) conflict|genocid\w*|massacr\w*|gunned down|(?<!\b(?:an|the) )open(?:s|ed|ing)? fire|ethnic cleansing|gunman|gunmen|shooters?|gunfire|shootings?|shot (?:dead|him|her|them)|(?<!\b(?:an?|another|any|best|first|good|last|long|next|one|our|real|second|their|the) )shot at (?:(?:an?|the|two|three|\d+|unarmed) )*(?:bystanders?|civilians?|crowds?|demonstrators?|drivers?|him|her|officers?|people|police|protest[eo]rs?|students?|them|worshipp?ers?)|stabb(?:ed|ing)|assault(?:ed|s)?|attackers?|terror(?:ism|ist|ists)|extremis[mt]s?|bombings?|bombs?|explosives|explosive devices?|hostages?|kidnap\w*|tortur\w*|behead\w*|lynch\w*|war crimes?|riots?|hitler|nazis?|holocaust)\b/,
  },
  {
    topic: 'violence',
    wide: true,
    pattern: new RegExp(
      String.raw`\b(?:${[
        String.raw`bio-?weapons?|kill chains?|lethal (?:\w+ ){0,2}(?:attacks?|drones?|force|robots?|strikes?|systems?)|(?:armed|attack|kamikaze|killer|military) drones?`,
        String.raw`(?<!\b(?:an?|best|first|long|one|only|our|the|their) )shot (?:an?|her|his|the|two|three|\d+) (?:(?!film|movie|video)\w+ )?${PERSON}(?! an? (?:email|invit\w+|look|message|note|smile|text))`,
        String.raw`${PERSON} (?:was|were|(?:had|have|has) been) (?:fatally )?shot(?! (?:by (?:\w+ ){0,2}photographers?|from|on|using|with))`,
        String.raw`(?:shot|shoot(?:s|ing)?) up ${SHOT_PLACE}`,
        String.raw`${TARGETS}\b[^.]{0,60} ${WAR_ZONE}|${WAR_ZONE}\b[^.]{0,60} ${TARGETS}`,
      ].join('|')})\b`,
    ),
  },
  {
    topic: 'disaster',
    wide: true,
    pattern:
      /\b(?:(?:boys?|child(?:ren)?|employees?|girls?|he|m[ae]n|operators?|people|she|technicians?|who|wom[ae]n|workers?) (?:(?:was|were|is|are|been|being|had|has|got) ){1,2}(?:fatally )?crushed (?:against|between|by|in|under) (?:an?|her|his|its|the|two) (?:[\w-]+ ){0,3}(?:arms?|blades?|cars?|conveyors?|cranes?|doors?|forklifts?|gates?|lifts?|machin\w+|press|robots?|rubble|trains?|trucks?|vans?|vehicles?|walls?|wheels?)|crushed (?:an?|her|his) (?:\w+ )?(?:arm|boy|chest|child|foot|girl|hand|head|leg|man|skull|woman|worker)(?!-)|earthquakes?|hurricanes?|cyclones?|typhoons?|wildfires?|tsunamis?|tornado(?:es)?|floods|flooding|flood (?:victims?|relief|waters?|zones?|damage)|famine|starvation|landslides?|mudslides?|(?:battery|bomb|chemical|deadly|gas) explosions?|explosions? (?:at|in an? (?:\w+ )?(?:building|factory|mine|plant|tunnel|warehouse)|injured|killed|near|outside|ripped|rocked)|(?:hit|hits|struck|strikes|dragged|ran over|run over) (?:an?|the|two|three|four|five|\d{1,2}) (?:(?!billion|million|new|next|right)\w+ )?(?:pedestrians?|cyclists?|child|children|boys?|girls?|teenagers?|toddlers?|woman|women|man|men)|plane crash\w*|air crash\w*|train crash\w*|car crash\w*|derail\w*|evacuat\w*|refugees?|humanitarian|disaster (?:relief|zone|victims|response)|relief workers?|survivors?|victims?)\b/,
  },
  {
    topic: 'violence',
    wide: true,
    pattern:
      /\b(?:palestinians?|civilians|military units?|israel(?:i|'s)? (?:army|defen[cs]e (?:forces|ministry)|military|ministry of defen[cs]e))\b/,
  },
  // The name alone keeps jokes out of its own paragraph.
  { topic: 'violence', wide: false, pattern: /\bgaza\b/ },
  {
    topic: 'discrimination',
    wide: false,
    pattern:
      /\b(?:rac(?:ist|ism|ial|ially)|antisemit\w*|islamophob\w*|homophob\w*|transphob\w*|misogyn\w*|deport(?:s|ed|ing|ation|ations)?|immigration (?:enforcement|raids?|agents?|officers?)|(?:immigration|migrant|asylum)[^.]{0,30}\b(?:detain|detention|raid|arrest)\w*|hate (?:crimes?|speech)|slurs?|black (?:man|men|woman|women|people|person)|wrongful(?:ly)? (?:arrest|identif|accus|jail|convict|detain)\w*|wrongly (?:identif|arrest|accus|jail|convict|detain|match)\w*|jailed|imprison\w*|arrested|deport\w*|detained)\b/,
  },
  {
    topic: 'children-at-risk',
    wide: false,
    pattern:
      /\b(?:(?:teens?|teenagers?|minors?|child(?:ren)?|kids?|girls?|boys?|toddlers?|babies|infants?)\b[^.]{0,60}\b(?:risk|harm|danger|unsafe|exploit|vulnerab|lawsuit|sued|predator|addict)\w*|(?:risk|harm|danger|unsafe|exploit|vulnerab|protect|lawsuit|predator)\w*\b[^.]{0,60}\b(?:teens?|teenagers?|minors?|child(?:ren)?|kids?|girls|boys|toddlers?|babies|infants?))\b/,
  },
  {
    topic: 'private-person',
    wide: false,
    pattern:
      /\b(?:cried|wept|in tears|sobbed|heartbroken|devastated|(?:who is|aged|age) \d{2}\b|\d{2}-year-old|(?:her|his|my|their) (?:son|daughter|mother|father|grandmother|grandfather|husband|wife|parents|family|late)\b|family's lawsuit|(?:misled|told|tricked|defrauded|harmed) (?:a|the) (?:man|woman|customer|user|passenger|mother|father|couple|widow)\b|the famil(?:y|ies) of|(?:single )?mother of)\b/,
  },
];

/** A laid-off worker's own words: the line would stand beside someone who has just lost a job. */
const WORKER_SPEAKS =
  /(?:laid[- ]off|former|fired|dismissed|sacked|redundant|redundan\w+)\b[^.]{0,40}\b(?:\w+s?|agent|worker|employee|translator)|\w (?:who|that) (?:was|were|had been) (?:laid off|fired|let go|made redundant)/;
const QUOTATION = /["“]([^"“”]{1,600})["”]/g;
const FIRST_PERSON = /\b(?:I|I'm|I’m|I've|I’ve|my|me|we were|we are being)\b/;
const saysI = (text: string): boolean =>
  [...text.matchAll(QUOTATION)].some((found) => FIRST_PERSON.test(found[1] ?? ''));

/** Safety talk after harm: "after the lawsuit, safety is our top priority". */
const AFTER_HARM =
  /\b(?:lawsuits?|sued|suing|complaint alleges|alleges|tragedy|tragic|incident|inquest|coroner)\b[^.]{0,200}\b(?:safety|safe|families|family|victims?|teens?|minors?|responsib\w*|condolences|thoughts)\b|\b(?:safety|safe|families|victims?|teens?|condolences|thoughts)\b[^.]{0,200}\b(?:lawsuits?|sued|complaint alleges|tragedy|tragic|inquest|coroner)\b/;

/** In talk of computer security, attackers and weapons are programs. */
const CYBER =
  /\b(?:cyber\w*|malware|ransomware|phishing|hackers?|vulnerabilit\w*|exploits?|credentials?|firewall|penetration test\w*|pentest\w*|threat actors?|infosec|adversarial)\b/;
const CYBER_WORDS = /\b(?:attackers?|weaponi[sz]\w*|warfare|bombs?|victims?|kill chains?)\b/g;

function literal(text: string): string {
  const low = plain(text).replace(FIGURES, ' _ ');
  return CYBER.test(low) ? low.replace(CYBER_WORDS, ' _ ') : low;
}

/** The topic that makes a text no place for a joke; null if it is one. */
export function sensitiveTopicIn(text: string): Pick<Sensitive, 'topic' | 'wide'> | null {
  const low = literal(text);
  for (const found of SENSITIVE) if (found.pattern.test(low)) return found;
  if (AFTER_HARM.test(low)) return { topic: 'court-case', wide: false };
  if (saysI(text) && WORKER_SPEAKS.test(low)) return { topic: 'lost-job', wide: false };
  return null;
}

/** Where on a page jokes belong. */
export interface Sensitivity {
  room: Room;
  /** Of the page as a whole; null when the room is open. */
  topic: SensitiveTopic | null;
  /** Why no joke belongs beside a claim; null where one may. */
  of(claim: Claim): NoJokes | null;
}

/** How many sensitive paragraphs, and what share of all, make the whole page no place for jokes. */
const PARAGRAPHS = 3;
const SHARE = 0.15;
/** An article about an illness is about patients in every paragraph, though it names the illness in few. */
const ILL_SHARE = 0.1;
/** Where the headline is about care, two will do. */
const CARE =
  /\b(?:healthcare|health care|patients?|clinical|clinicians?|hospitals?|medicine|medical|doctors?|physicians?|nurses?)\b/i;

/**
 * Where on a page no joke belongs. A sensitive headline, title or standfirst, or such a topic running through the text, puts the
 * whole page in Straight Face; a sensitive paragraph silences itself, and for death, abuse, violence and disaster its neighbours.
 */
export function sensitivityOf(page: PageText): Sensitivity {
  const found = new Map(page.passages.map((p) => [p.index, sensitiveTopicIn(p.text)] as const));
  const order = page.passages.map((p) => p.index);
  const place = new Map(order.map((index, i) => [index, i]));
  const top = [
    page.title,
    ...page.passages.filter((p) => p.role === 'headline' || p.role === 'standfirst').map((p) => p.text),
  ];
  const head = top.map(sensitiveTopicIn).find((g) => g !== null);
  const wide = [...found.values()].filter((g) => g?.wide);
  const runs = (found: readonly unknown[], share: number) =>
    found.length >= PARAGRAPHS && found.length >= share * page.passages.length;
  const ill = [...found.values()].filter((g) => g?.topic === 'illness');
  const ward = ill.length >= 2 && top.some((text) => CARE.test(text));
  const running = runs(wide, SHARE) ? wide[0] : ward || runs(ill, ILL_SHARE) ? ill[0] : null;
  const whole = head ?? running;
  return {
    room: whole ? 'straight-face' : 'open',
    topic: whole?.topic ?? null,
    of(claim) {
      if (whole) return { topic: whole.topic, where: 'page' };
      // The sentence by itself lacks the word that makes its attackers programs.
      const own = found.has(claim.passage) ? found.get(claim.passage) : sensitiveTopicIn(claim.quote);
      if (own) return { topic: own.topic, where: 'here' };
      const at = place.get(claim.passage);
      if (at === undefined) return null;
      for (const near of [order[at - 1], order[at + 1]]) {
        const beside = near === undefined ? null : found.get(near);
        if (beside?.wide) return { topic: beside.topic, where: 'nearby' };
      }
      return null;
    },
  };
}
