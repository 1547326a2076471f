/** A sentence of each kind, of invented companies: for the options, and for trying a pack of jokes. */
import type { Kind } from '../model';

export const KIND_EXAMPLES: Record<Kind, string> = {
  'strategy-reversal': 'AI was always meant to assist our colleagues, the bank said as it reopened 45 roles.',
  'workforce-reduction':
    'Kelmore Bank will eliminate 1,900 roles over two years as artificial intelligence takes over routine lending work.',
  'labour-equivalence': 'Sorrel says its AI auditor now does the work of 150 full-time auditors.',
  'benchmark-performance': 'Halcyon 3 scores 88.4% on GPQA Diamond, ahead of every model released before it.',
  'human-parity': 'It already writes code at the level of our best engineers, according to the head of research.',
  'accuracy-reliability': 'The detector identifies AI-written text with 98% accuracy.',
  'productivity-gain': 'Developers using the assistant complete tasks up to 55% faster, the company says.',
  'pricing-access': 'Every Tallow customer now gets the AI assistant at no extra cost.',
  'business-impact': 'The bank expects AI to deliver $1.5 billion in annual savings by 2026.',
  'adoption-scale': 'The assistant reached 100 million weekly users faster than any product in history.',
  'societal-benefit': 'The tutor gives every child on Earth access to a world-class education, its founder said.',
  'ai-washed-product': 'Brush smarter with the first toothbrush powered by advanced AI.',
  'privacy-assurance': 'We never train our models on your data.',
  'human-oversight': 'We keep a human in the loop at every step.',
  'agentic-autonomy': "Corvane's agents plan, decide and act across your systems with no human in sight.",
  'augmentation-reassurance': 'Our AI is designed to augment our people, not replace them.',
  'safety-responsibility': 'We are committed to developing AI responsibly and for the benefit of all humanity.',
  'funding-partnership':
    'The two companies announced a landmark multi-year partnership to bring trusted agentic AI to every hospital in the region.',
  'future-promise': 'Within five years every household will have an AI that knows it better than its doctor does.',
  'sweeping-transformation': 'Generative AI is transforming every aspect of how our customers do business.',
  'capability-superlative': 'Introducing Halcyon 3, our most intelligent model yet.',
  launch: 'Vantrell on Tuesday released Halcyon 4, a new AI model for writing code, to all paying customers.',
  'money-in': 'The AI start-up Parvane raised $300 million in a Series C round that values it at $4 billion.',
  'money-out': 'Vantrell will spend $12 billion on AI data centers in Ohio next year.',
  deal: 'Vantrell signed a five-year contract to license its AI models to Kelmore.',
  people: 'Vantrell hired Quillon’s head of research to lead a new AI team.',
  cuts: 'Kelmore laid off 400 people on Thursday, a fifth of the staff of its AI unit.',
  mandate: 'Vantrell’s chief executive told employees that using AI is now mandatory.',
  terms: 'From March, Vantrell will charge $30 a month for the AI assistant that was free until now.',
  setback: 'Vantrell has pulled its AI voice assistant after it gave callers the wrong balance, and apologized.',
  rules:
    'Three newspapers sued Vantrell on Monday, saying its AI models were trained on their articles without consent.',
  forecast: 'Vantrell’s chief executive predicted that AI will write most of the company’s software by 2028.',
  figure: 'The company’s AI overviews appear in 12% of searches, it said.',
};
