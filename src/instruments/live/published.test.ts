import { describe, expect, it } from 'vitest';
import { createPublished } from './published.ts';

describe('createPublished', () => {
  it('tells everyone who listens, until they stop', () => {
    const value = createPublished<number>();
    const heard: (number | null)[] = [];
    const stop = value.subscribe(() => heard.push(value.get()));
    expect(value.get()).toBeNull();
    value.publish(1);
    value.publish(1);
    value.publish(null);
    stop();
    value.publish(2);
    expect(heard).toEqual([1, null]);
    expect(value.get()).toBe(2);
  });
});
