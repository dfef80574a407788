// [browser]: what pages can do with a script; everything that is read works without it.
import { bindCopying } from './copy';
import { bindFilter } from './filter';
import { bindKeys } from './keys';
import { listen } from './live';
import { bindLinks } from './links';

bindLinks();
bindFilter();
bindCopying();
bindKeys();
listen();
