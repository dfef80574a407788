// The Regions whose denials come to the home stack.
import * as v from 'valibot';
import { list } from './shapes';

const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d$/;

/** The name of a Region. */
export const region = v.pipe(v.string(), v.regex(REGION));

/** Names of Regions. */
export const regions = list(region);

export const REGIONS_ALLOWED =
  'names of Regions, each once, such as us-east-1,eu-west-1 (in the app also all-enabled)';
