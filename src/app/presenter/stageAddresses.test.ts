import { expect, it, vi } from 'vitest';
import { createStageAddresses } from './stageAddresses.ts';

it('gives each figure its own opening, its own arrivals, and hears its changes', () => {
  const onChange = vi.fn();
  const stage = createStageAddresses({ opening: (figure) => `#figure=${figure}`, onChange });
  const [live, race] = [stage.of('live'), stage.of('race')];
  expect([live.hash, race.hash]).toEqual(['#figure=live', '#figure=race']);
  live.replace('#figure=live&t=2');
  expect(onChange).toHaveBeenCalledExactlyOnceWith('live', '#figure=live&t=2');

  const heard = vi.fn();
  const stop = live.listen(heard);
  stage.arrive('race', { delay: '3' });
  expect(heard).not.toHaveBeenCalled();
  stage.arrive('live', { t: '4' });
  expect(heard).toHaveBeenCalledExactlyOnceWith({ t: '4' });
  stop();
  stage.arrive('live', { t: '5' });
  expect(heard).toHaveBeenCalledOnce();
});
