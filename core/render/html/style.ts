// reviewed → [HTML]: the one stylesheet of all views.
import { BASE } from './style/base';
import { CAUSE } from './style/cause';
import { EVIDENCE } from './style/evidence';
import { LIST } from './style/list';
import { NARROW, OVERVIEW } from './style/overview';
import { SITE } from './style/site';
import { TOKENS } from './style/tokens';

/** The stylesheet, small: all of it applies within `.ld` alone. */
export const STYLE = [TOKENS, BASE, SITE, LIST, CAUSE, EVIDENCE, OVERVIEW, NARROW]
  .join('')
  .replace(/\s+/g, ' ')
  .replace(/ ?([{};]) ?/g, '$1');
