/** Whether everything is played, as `npm run fuzz` does; `npm test` plays a part that finds most of it. */
export const THOROUGH = process.env['THOROUGH'] === 'true';
