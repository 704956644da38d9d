import { useRef } from 'react';
import { useWidth } from '../../../components/interaction/useWidth.ts';
import { useText } from '../../../components/text/useText.tsx';
import { biasMessages } from '../messages.ts';
import { type Arc, arcOf, spreadNames } from './arc.ts';
import styles from './figures.module.css';
import { digits3 } from './say.ts';
import type { Steps } from './steps.ts';

const COLOURS = { word: 'var(--accent)', a: 'var(--role-reset)', b: 'var(--role-update)' };
const CHARACTER = 8;
const widthOf = (word: string): number => 14 + CHARACTER * [...word].length;

interface DrawingProps {
  readonly steps: Steps;
  /** What the direction's ends are called. */
  readonly low: string;
  readonly high: string;
}

type Moved = Steps['places'][number];

function Move({ place, arc, name }: { place: Moved; arc: Arc; name: number }) {
  const { role, word, before, after } = place;
  const [x, y] = [arc.x(before.along), arc.y(before.across)];
  return (
    <g stroke={COLOURS[role]} fill={COLOURS[role]}>
      <path d={`M${name} ${arc.names + 5}L${x} ${y - 6}`} strokeWidth={1} opacity={0.5} />
      {after && (
        <>
          <path d={`M${x} ${y}L${arc.x(after.along)} ${arc.y(after.across)}`} strokeWidth={2} />
          <circle
            cx={arc.x(after.along)}
            cy={arc.y(after.across)}
            r={5}
            stroke="none"
            data-term={role === 'word' ? 'prediction' : undefined}
          />
        </>
      )}
      <circle cx={x} cy={y} r={5} fill="var(--card)" strokeWidth={2} />
      <text x={name} y={arc.names} textAnchor="middle" fill="var(--ink)" stroke="none" fontSize={14}>
        {word}
      </text>
    </g>
  );
}

function Drawing({ steps, low, high, width }: DrawingProps & { readonly width: number }) {
  const text = useText(biasMessages);
  const { places } = steps;
  const all = places.flatMap(({ before, after }) => (after ? [before, after] : [before]));
  const arc = arcOf(all, width);
  const names = spreadNames(
    places.map(({ before }) => arc.x(before.along)),
    places.map(({ word }) => widthOf(word)),
    width,
  );
  const rows = places
    .map(
      ({ word, before, after }) =>
        `${word}: ${digits3(before.along)}${after ? ` → ${digits3(after.along)}` : ''}`,
    )
    .join('; ');
  const base = arc.height - 12;
  return (
    <svg
      role="img"
      aria-label={text('bias.drawing', { rows })}
      viewBox={`0 0 ${width} ${arc.height}`}
      className={styles.drawing}
      data-export=""
    >
      <path d={arc.path} fill="none" stroke="var(--outline)" />
      <path d={`M${width / 2} ${arc.y(1)}V${base - 18}`} stroke="var(--outline)" strokeDasharray="3 4" />
      <g fill="var(--muted)" data-term="input">
        <text x={2} y={base}>
          ← {low}
        </text>
        <text x={width / 2} y={base} textAnchor="middle" fontStyle="italic">
          g
        </text>
        <text x={width - 2} y={base} textAnchor="end">
          {high} →
        </text>
      </g>
      {places.map((place, i) => (
        <Move key={place.role} place={place} arc={arc} name={names[i] ?? 0} />
      ))}
    </svg>
  );
}

/** All words have length 1, so they lie on a half circle: how far along g, and how much across it. */
export function StepDrawing(props: DrawingProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  return (
    <div ref={frame}>
      {width !== null && width > 0 && <Drawing {...props} width={Math.min(width, 760)} />}
    </div>
  );
}
