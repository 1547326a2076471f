import type { KindSpec } from './spec';

export const societalBenefit: KindSpec = {
  id: 'societal-benefit',
  about: 'health, learning, climate, inclusion, science',
  strict: {
    'improves a public good': String.raw`\b<BETTER>\b[^.;]{0,50}\b(?:patients?|lives|disease|cancer|pupils?|students?|child(?:ren)?|learners?|farmers?|communit(?:y|ies)|climate|emissions|the planet|energy|water|humanity|disab\w+|drug discovery|scientific|scien(?:ce|tists)|accessib\w+|health ?care|health outcomes|national security|society|carbon|education|bad actors|outcomes)\b`,
    'public good improved': String.raw`\b(?:patients?|pupils?|students?|child(?:ren)?|learners|farmers?|scientists?|disease|climate|cancer)\b[^.;]{0,60}\b(?:learn \w+ as|better|faster|earlier|improv\w+|soar|access|outcomes|healthier|twice|saved|benefit)\b`,
    'every child': String.raw`\b(?:every|each) (?:child|pupil|student|patient|learner|farmer|citizen|teacher)\b|\bworld-class (?:education|care|tutoring)\b|\bpersonali[sz]ed (?:learning|medicine|care)\b`,
    "humanity's challenges": String.raw`\b(?:humanity|the world|society|science)(?:'s)? (?:greatest|biggest|hardest|toughest|most) (?:\w+ )?(?:challenges?|problems?)\b|\b(?:for|benefit|good of) (?:all )?(?:of )?humanity\b|\bAI for good\b|\bsolv\w+ (?:\w+ )?(?:science|hard problems|global)\b`,
    'emissions cut': String.raw`\b(?:cut|reduc|sav|lower|mitigat|slash|less|fewer|uses? less)\w*\b[^.;]{0,40}\b(?:emissions|energy|waste|water|carbon|footprint|power)\b`,
    greener: String.raw`\b(?:greener|sustainab\w+|net[- ]zero|energy[- ]efficien\w+)\b`,
    'lives saved': String.raw`\bsav(?:e|es|ing|ed) (?:\w+ )?(?:thousands of |millions of )?lives\b|\bcur(?:e|es|ing) (?:all )?disease|\bdrug discovery\b|\bhope for millions\b|\bscientific (?:discovery|breakthroughs?|research)\b`,
    'nobody left out': String.raw`\bno one (?:need )?(?:be )?left (?:out|behind)\b|\bunderserved\b|\bbridg\w+ the (?:\w+ )?(?:gap|divide)\b|\bclos\w+ the (?:\w+ )?gap\b|\bspecialist care\b|\bimmeasurable benefit\b`,
  },
  cues: [
    '<PUBLIC>',
    String.raw`\b(?:society|humanity|public|world|social)\b`,
    String.raw`\b(?:scientific|research|discover\w*|health\w*|medical|educat\w+|learning)\b`,
  ],
  guard: [
    String.raw`\b(?:randomi[sz]ed|emissions rose|scored lower|switched off|withdrawn|review found|could double|government wants|reviewers)\b`,
  ],
  hits: [
    'Our AI detects breast cancer years before symptoms appear, saving thousands of lives.',
    'The tutor gives every child on Earth access to a world-class education, its founder said.',
    'AI could cut global emissions by as much as a tenth by the end of the decade, the technology group argues.',
    "“This is how we solve humanity's greatest challenges,” the president told delegates.",
    'Smallholder farmers using the chatbot have seen their incomes soar, according to the company.',
    "Tessaly's assistant brings specialist care to rural communities that have none.",
    'With real-time captions powered by AI, no one need be left out of a conversation again.',
    'AI tutor closes the attainment gap, says trust that sells it',
    'Every query now uses less water than a few drops, the firm announced, without saying which queries.',
  ],
  misses: [
    "The firm's emissions rose 48% in five years, its own report shows, largely because of data centres.",
    'In a randomised screening trial of 80,000 women, AI-supported reading found a fifth more cancers without more false alarms, the authors report.',
    'The district switched off its chatbot three months after launch.',
    'Only a quarter of the climate claims cited academic research, the review found.',
    'The hospital opened a new wing for cancer patients.',
    'Pupils who used the chatbot scored lower once it was taken away, the field experiment showed.',
    "The helpline's bot was withdrawn after giving diet advice to people with eating disorders.",
    'Electricity demand from data centres could double by 2030, the energy agency said.',
    'The government wants every child to read by the age of nine.',
    'No patient data from outside the United States was used, the reviewers pointed out.',
  ],
};
