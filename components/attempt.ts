import { t } from '@/lib/locale';

/**
 * Does `work` for the reader: what failed before is forgotten, and what fails now is said.
 * @param onFail told a sentence, or '' where there is nothing to say any more.
 * @returns true where it was done. Never rejects.
 */
export async function attempt(work: () => Promise<unknown>, onFail: (sentence: string) => void): Promise<boolean> {
  onFail('');
  try {
    await work();
    return true;
  } catch (error) {
    onFail(error instanceof Error && error.message ? error.message : t('failed'));
    return false;
  }
}
