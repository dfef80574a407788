// The pictures of the three shapes, as files of docs/pictures/.
import { draw } from './shapes/draw';
import { SHAPES } from './shapes/pictures';

const THEMES = ['light', 'dark'] as const;

/** Each picture in each theme. */
export function shapeFiles(): readonly { readonly path: string; readonly text: string }[] {
  return Object.entries(SHAPES).flatMap(([name, picture]) =>
    THEMES.map((theme) => ({
      path: `docs/pictures/${name}-${theme}.svg`,
      text: draw(picture, theme),
    })),
  );
}
