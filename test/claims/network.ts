import { readNetwork } from '@/lib/cli/evaluation/network';

/** The network that ships, loaded once a test file. */
export const encoder = readNetwork();
