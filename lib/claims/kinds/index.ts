import { accuracyReliability } from './accuracy-reliability';
import { adoptionScale } from './adoption-scale';
import { agenticAutonomy } from './agentic-autonomy';
import { aiWashedProduct } from './ai-washed-product';
import { augmentationReassurance } from './augmentation-reassurance';
import { benchmarkPerformance } from './benchmark-performance';
import { businessImpact } from './business-impact';
import { capabilitySuperlative } from './capability-superlative';
import { fundingPartnership } from './funding-partnership';
import { futurePromise } from './future-promise';
import { humanOversight } from './human-oversight';
import { humanParity } from './human-parity';
import { labourEquivalence } from './labour-equivalence';
import { pricingAccess } from './pricing-access';
import { privacyAssurance } from './privacy-assurance';
import { productivityGain } from './productivity-gain';
import { safetyResponsibility } from './safety-responsibility';
import { societalBenefit } from './societal-benefit';
import type { KindSpec } from './spec';
import { strategyReversal } from './strategy-reversal';
import { sweepingTransformation } from './sweeping-transformation';
import { workforceReduction } from './workforce-reduction';

export type { KindSpec } from './spec';

/** What is known of each kind of claim, in the order of `CLAIM_KINDS`. */
export const KIND_SPECS: readonly KindSpec[] = [
  strategyReversal,
  workforceReduction,
  labourEquivalence,
  benchmarkPerformance,
  humanParity,
  accuracyReliability,
  productivityGain,
  pricingAccess,
  businessImpact,
  adoptionScale,
  societalBenefit,
  aiWashedProduct,
  privacyAssurance,
  humanOversight,
  agenticAutonomy,
  augmentationReassurance,
  safetyResponsibility,
  fundingPartnership,
  futurePromise,
  sweepingTransformation,
  capabilitySuperlative,
];

/** What `key=` in a pack of lines may ask for: names of patterns, in lower case, without the commas that part conditions. */
export const allKeyNames = (): ReadonlySet<string> =>
  new Set(KIND_SPECS.flatMap(({ strict }) => Object.keys(strict).map((name) => name.toLowerCase().replace(/,/g, ''))));
