import { expect, it } from 'vitest';
import { saveFault } from './save-fault.ts';

it('tells a full storage from one that cannot be used', () => {
  expect(saveFault(new DOMException('full', 'QuotaExceededError'))).toBe('quota');
  expect(saveFault(new DOMException('no', 'InvalidStateError'))).toBe('unavailable');
  expect(saveFault(new TypeError('indexedDB is undefined'))).toBe('unavailable');
});
