import { describe, expect, it } from 'vitest';
import { capital, titleCase } from '@/lib/english/capitals';

describe('capitals', () => {
  it('keeps the capitals of names', () => {
    expect(capital('iPhone sales')).toBe('iPhone sales');
    expect(capital('eBay')).toBe('eBay');
    expect(capital('xAI')).toBe('xAI');
    expect(capital('operational excellence')).toBe('Operational excellence');
    expect(titleCase('smart fridge')).toBe('Smart Fridge');
    expect(titleCase('the end of 2027')).toBe('The End of 2027');
    expect(titleCase('iPhone and eBay')).toBe('iPhone and eBay');
    expect(titleCase('on-device AI')).toBe('On-Device AI');
  });
});
