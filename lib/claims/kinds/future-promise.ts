import { anyOf } from '@/lib/english/word-list';
import type { KindSpec } from './spec';

export const futurePromise: KindSpec = {
  id: 'future-promise',
  strict: {
    'by a date': String.raw`\b<FUTURE>\b[^.]{0,90}\b(?:by (?:20\d\d|the end)|within (?:<NUM>|the next)|in the (?:coming|next)|soon|this decade|before the decade|lifetimes?|over time|one day|in the future)\b|\b(?:by 20\d\d|within (?:<NUM>) (?:years|months)|in the coming (?:months|years)|over the next)\b[^.]{0,80}\b<FUTURE>\b`,
    'AI will':
      String.raw`(?:<AISUBJ>|AI|\bit|we|that value|users of \w+)\b[^.;]{0,30}\b(?:will|is going to|are going to|is set to|is poised to|promises to|on track to|'ll)\b (?!be held|speak|apply|rain|spend|include)[^.;]{0,12}\b(?:\w+ly )?` +
      anyOf(
        'help|be|become|anticipate|bring|enable|solve|cure|change|replace|write|negotiate|drive|make',
        'allow|let|transform|continue|increasingly|play|flow|power|deliver|do|unlock|have|book|know|act',
        'run',
      ) +
      String.raw`\w*\b`,
    potential: String.raw`\b(?:has|have|offers?|see|seeing|holds?) the potential (?:to|for)\b|\bpotential to\b|\b(?:could|may|might) (?:one day|eventually|soon|help)\b|\bpromising\b`,
    superintelligence: String.raw`\b(?:superintelligence|AGI|general intelligence|singularity)\b[^.;]{0,70}\b(?:close\w*|will|within|decade|confident|certain|solve|build|bring|reach|first|near|soon|path)\b`,
    inevitable: String.raw`\binevitab\w+\b|\bno going back\b|\bonly a matter of time\b|\bleft behind\b|\bno longer (?:in question|optional|a question)\b|\bthe (?:day|time) (?:is coming|has come)\b|\bcease to exist\b|\btrain has left\b`,
    'just the beginning': String.raw`\bjust (?:the beginning|getting started)\b|\bonly (?:the beginning|getting started)\b|\bmore to come\b|\bthis is only the start\b|\bfirst step toward\w*\b|\bpav\w+ the way\b|\blay\w* the (?:groundwork|foundation)\b|\broad ?map\b|\bvision\b[^.;]{0,30}\b(?:future|world|where)\b`,
    'everyone will have': String.raw`\b(?:every|everyone|each|all) (?:\w+ )?(?:will|is going to|'ll) (?:have|command|be|use|own|need|become)\b`,
    'year list': String.raw`\b20[2-4]\d: \w+`,
    expects: String.raw`\b(?:we|I|he|she|it|they|[A-Z]\w+) (?:expect|believe|envision|predict|imagine|foresee|anticipate|think)s?\b[^.]{0,60}\b(?:will|future|going to|would be|increasingly)\b`,
    'on track': String.raw`\bon track to\b|\bset to become\b|\bpoised to\b|\bcoming (?:soon|later this)\b`,
    'a step closer': String.raw`\b(?:mov(?:e|es|ing)|brings?|one step|takes?|a step) (?:us |me )?closer to\b|\bcompan(?:y|ies) that (?:will )?(?:win|thrive|lead|succeed)\b`,
    'on the path to AGI': String.raw`\b(?:on|along) the (?:path|road|way) (?:to|towards?) (?:AGI|artificial general|superintelligence|general intelligence)\b`,
    'will continue to': String.raw`\b(?:we|company)(?:'ll| will) continue to (?:push|invest|build|innovate|expand|improve|lead|advance|deliver)\b`,
  },
  cues: [
    String.raw`\b<FUTURE>\b`,
    String.raw`\b(?:potential|future|soon|next|vision|tomorrow|someday|eventually|could)\b`,
    String.raw`\b20[2-4]\d\b|\bdecade\b|\byears\b`,
    String.raw`\b(?:expect|believe|envision|hope|aim|plan)\w*\b`,
  ],
  guard: [
    String.raw`\bforward-looking\b|\bwill be held\b|\bwill apply\b|\bwill rain\b|\bsceptics\b|\bskeptics\b|\bthere were none\b|\bprojects that\b|\bbe available in\b|\bpostponed without\b|\bnothing in the report\b`,
  ],
  hits: [
    'Within five years every household will have an AI that knows it better than its doctor does.',
    'We are now certain that general intelligence is an engineering problem, and that we will solve it this decade.',
    'By 2027 software will be writing itself, the chief executive said.',
    'AI will help us cure all disease, possibly in our lifetimes.',
    'Companies that fail to adopt agents will be left behind.',
    'The assistant will soon be able to book, pay and argue on your behalf, Vantrell promised.',
    'Every worker will command a fleet of agents before the decade is out, vows software chief',
    'In the coming months, your phone will anticipate what you need before you ask.',
    "Superintelligence is closer than people think, and it will bring abundance to everyone, according to the lab's founder.",
    'We expect that the first one-person billion-dollar company will be built on our platform.',
    'It is only a matter of time before software negotiates all contracts.',
    'With every release we move closer to an AI that plans your whole working week.',
    'With this release Kelmore takes another step on the path to AGI.',
    'We will continue to push AI further into every corner of the office.',
    'AI agents have the potential to change how every office works.',
    '2027: AI agents run the first bank without a branch.',
  ],
  misses: [
    'This release contains forward-looking statements, including words such as “will”, “expect” and “believe”.',
    'The conference on artificial intelligence will be held in Leeds on 4 June.',
    'The agency projects that data-centre electricity use will double by 2030.',
    'He promised a million robotaxis by 2020; there were none.',
    'The new AI phone will be available in blue from Friday.',
    'Sceptics expect the bubble to burst before the chips arrive.',
    'The act will apply to high-risk systems from August 2026.',
    "It will rain in the west by evening, according to the Met Office's AI model.",
    'Is general intelligence really two years away, as it was two years ago?',
    'Nothing in the report supports the date of 2027, she said.',
    'The feature, announced for June, was postponed without a new date.',
    'The AI lab is moving closer to the station, its landlord says.',
  ],
};
