import type { KindSpec } from './spec';

export const privacyAssurance: KindSpec = {
  id: 'privacy-assurance',
  strict: {
    'never trains on your data': String.raw`\b(?:never|not|don't|do not|won't|will not|doesn't|isn't|aren't|no one|without)\b[^.;]{0,30}\b(?:train\w*|used? (?:to|for)|shar\w+|sell\w*|sold|stor\w+|retain\w*|see|improve|access\w*|leave\w*|expos\w+)\b[^.;]{0,40}\b(?:<DATA>|them|the model|device|it|country|walls)\b`,
    'data is not used': String.raw`\b<DATA>\b[^.;]{0,40}\b(?:never|not|only)\b[^.;]{0,20}\b(?:used|stored|shared|sold|leaves?|train\w*|retained|seen)\b`,
    'data stays': String.raw`\b<DATA>\b[^.;]{0,40}\b(?:stays?|remains?|is (?:yours|your data)|kept|keeps?|encrypted|anonymi[sz]ed|deleted|private|secure\w*|protected)\b|\bkeep\w*\b[^.;]{0,30}\b<DATA>\b[^.;]{0,30}\b(?:private|secure|safe|inside|local\w*|walls)\b`,
    'private by design': String.raw`\bprivate by design\b|\bprivacy[- ](?:first|preserving|safe|by)\b|\bzero (?:data )?retention\b|\bon-device\b[^.;]{0,40}\b(?:privacy|private|secure|data)\b|\b(?:privacy|private)\b[^.;]{0,40}\bon-device\b|\byour (?:own )?walls\b|\bleaves? (?:the|your) device\b`,
    'enterprise-grade security': String.raw`\benterprise-grade (?:security|privacy|data protection)\b|\bend-to-end encrypt\w+\b|\byou (?:stay|remain|are) in control\b|\bSOC 2\b|\banonymi[sz]ed before\b|\bdata protection\b`,
    'remembers and shares nothing': String.raw`\bshares nothing\b|\bnothing (?:leaves|you type)\b|\b(?:delet\w+) as soon as\b|\bnever leaves? the\b`,
  },
  cues: [
    String.raw`\bprivacy\b|\bprivate\b`,
    String.raw`\b(?:your|customer|user|personal) data\b`,
    String.raw`\b(?:encrypt\w+|secure\w*|store[sd]?|retain\w*|opt(?:ed)? (?:in|out))\b`,
  ],
  guard: [
    String.raw`\b(?:regulator|to stop your|controllers must|left open|cookies|private-equity|not necessarily|(?:stays?|remains?) intact|data-driven|private beta|changed its terms|folded)\b`,
  ],
  hits: [
    'We never train our models on your data.',
    'Your conversations stay on your device, private and secure, the phone maker says.',
    'With zero data retention, nothing you type into the assistant is ever stored.',
    'Customer content is not used to improve the model unless a customer opts in, according to the vendor.',
    '“Your data is your data, full stop,” said the chief product officer.',
    "Lumeric's privacy-first AI keeps sensitive records inside your own walls.",
    '• Enterprise-grade security • End-to-end encryption • You stay in control',
    "The app's AI analyses your photos locally, so no one, not even us, can see them.",
    'All prompts are anonymised before they reach the cloud, Parvane said.',
    'Private by design: meet the assistant that remembers everything and shares nothing',
    "Children's voices are deleted as soon as the tutor has answered, its developer promises.",
    'Health data is processed in a trusted environment and never leaves the country.',
    'Snapshots are encrypted and remain with the user, the company assured customers.',
  ],
  misses: [
    'The regulator asked how screenshots taken every few seconds would be protected.',
    'To stop your posts being used for training, open Settings and switch off the toggle.',
    'Controllers must state the retention period in the notice.',
    'A database of chat logs was left open on the internet, researchers reported.',
    'We use cookies to improve your experience on this site.',
    'The private-equity owner sold the chain in June.',
    'The company changed its terms in August so that conversations could be used for training by default.',
    'The feature is in private beta until the spring.',
    'Nobody could say where the voice recordings had gone after the start-up folded.',
    'Which plans does the no-training promise cover?',
  ],
};
