import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { pointMapMessages } from '../../../i18n/messages/point-map.ts';
import { zoomedAbout } from '../../../layout/map/view.ts';
import { Button } from '../../controls/Button.tsx';
import { useText } from '../../text/useText.tsx';
import { LegendBar } from './LegendBar.tsx';
import { MapTools, type MapToolsProps } from './MapTools.tsx';
import styles from './point-map.module.css';
import { SightTable } from './SightTable.tsx';
import { pointsInSight } from './sceneState.ts';
import type { PointMapProps } from './types.ts';
import { useMapHand } from './useMapHand.ts';
import { isCalm, type MapElements, usePointMap } from './usePointMap.ts';
import { useSpin } from './useSpin.ts';

const TALL = 520;
/** No taller than a phone is wide, more or less: the page has to be scrolled past it. */
const MOST_TALL = '115vw';
/** ms that the hint about the wheel stands. */
const HINT = 1800;

/** The hint that the wheel needs Ctrl here; it goes by itself. */
function useWheelHint(): readonly [boolean, () => void] {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (!isShown) return;
    const timer = setTimeout(() => setShown(false), HINT);
    return () => clearTimeout(timer);
  }, [isShown]);
  return [isShown, () => setShown(true)];
}

function Tip({ props }: { readonly props: PointMapProps }) {
  const { points, lit, legend } = props;
  if (lit < 0) return null;
  const name = legend?.names[points.classes?.[lit] ?? -1];
  return (
    <>
      <bdi>{points.labels[lit]}</bdi>
      {name !== undefined && <span>{name}</span>}
    </>
  );
}

function useElements(): MapElements {
  const stage = useRef<HTMLDivElement>(null);
  const points = useRef<HTMLCanvasElement>(null);
  const over = useRef<HTMLCanvasElement>(null);
  const tip = useRef<HTMLDivElement>(null);
  const tools = useRef<HTMLDivElement>(null);
  return useMemo(() => ({ stage, points, over, tip, tools }), []);
}

/** What a mounted map shows besides its points, and what the buttons over it do. */
function useControls(props: PointMapProps, elements: MapElements) {
  const scene = usePointMap(props, elements);
  const [isLasso, setLasso] = useState(false);
  const [inSight, setInSight] = useState<readonly number[] | null>(null);
  const [isHint, showHint] = useWheelHint();
  const isSolid = props.points.dimensions > 2;
  const [isSpinning, setSpinning] = useSpin(scene, isSolid);
  const take = (indices: readonly number[]) => {
    setLasso(false);
    props.onLasso?.(indices);
  };
  const lookAround = () => (scene.current ? pointsInSight(scene.current.state) : []);
  const onKeyDown = useMapHand(elements.stage, scene, {
    props,
    isLasso,
    onLassoDone: take,
    onTouched: () => setSpinning(false),
    onScrollPast: showHint,
  });
  const onZoom = (factor: number) => {
    if (!scene.current) return;
    const { view, frame } = scene.current.state;
    scene.current.move(zoomedAbout(view, factor, frame.width / 2, frame.height / 2));
  };
  const tools: MapToolsProps = {
    onZoom,
    onFit: () => scene.current?.fit(isCalm()),
    lasso: props.onLasso ? { isOn: isLasso, onChange: setLasso } : null,
    spin: isSolid ? { isOn: isSpinning, onChange: setSpinning } : null,
    table: { isOpen: inSight !== null, onChange: (isOpen) => setInSight(isOpen ? lookAround() : null) },
  };
  return { onKeyDown, tools, inSight, isHint, isLasso, isSolid, takeAll: () => take(lookAround()) };
}

/**
 * Points with their words, up to some 50,000: moved, zoomed and (of three dimensions) turned by mouse, fingers and keys; labels by
 * importance. Points are drawn into an image by a rasteriser of our own, which without a GPU is faster than a canvas's own calls.
 */
export function PointMap(props: PointMapProps) {
  const text = useText(pointMapMessages);
  const hint = useId();
  const elements = useElements();
  const controls = useControls(props, elements);
  const { isLasso, isHint, inSight } = controls;
  const { points, lit, height = TALL, legend = null } = props;
  return (
    <div className={styles.map} data-fill={height === 'fill' || undefined}>
      <div
        className={styles.framed}
        style={height === 'fill' ? undefined : { height: `min(${height}px, ${MOST_TALL})` }}
      >
        <div
          ref={elements.stage}
          role="application"
          aria-label={props.name}
          aria-describedby={hint}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the map has keys of its own, which the hint names.
          tabIndex={0}
          className={styles.stage}
          data-lasso={isLasso || undefined}
          data-lit={lit >= 0 || undefined}
          onKeyDown={controls.onKeyDown}
        >
          <canvas ref={elements.points} className={styles.canvas} data-export="" />
          <canvas ref={elements.over} className={styles.canvas} />
        </div>
        <div ref={elements.tip} className={styles.tip} aria-hidden="true">
          <Tip props={props} />
        </div>
        {isHint && (
          <p className={styles.hint} aria-hidden="true">
            {text('pmap.wheel')}
          </p>
        )}
        {isLasso && (
          <p className={styles.lasso}>
            {text('pmap.lasso-hint')} <Button onClick={controls.takeAll}>{text('pmap.lasso-all')}</Button>
          </p>
        )}
        <MapTools ref={elements.tools} {...controls.tools} />
      </div>
      <p id={hint} className="visually-hidden">
        {text(controls.isSolid ? 'pmap.keys-orbit' : 'pmap.keys')}
      </p>
      <p className="visually-hidden" role="status">
        {points.labels[lit] ?? ''}
      </p>
      {legend && <LegendBar legend={legend} />}
      {inSight && <SightTable points={points} legend={legend} selected={props.selected} inSight={inSight} />}
    </div>
  );
}
