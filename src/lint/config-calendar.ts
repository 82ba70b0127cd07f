// The part of the configuration on days without posts.
import * as v from 'valibot';

/** A day of the calendar, or a minute of one. */
const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:T(?:[01]\d|2[0-3]):[0-5]\d)?$/;

function isMoment(text: string): boolean {
  const day = MOMENT.exec(text)?.[1] ?? '';
  const at = Date.parse(`${day}T00:00:00Z`);
  // Date.parse takes 2026-02-31 for March 3.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

const moment = v.pipe(v.string('moment'), v.check(isMoment, 'moment'), v.description('A day, or YYYY-MM-DDTHH:MM.'));

/** `blackouts`: stretches in which nothing goes out. */
export const blackouts = v.pipe(
  v.array(
    v.pipe(
      v.strictObject(
        {
          from: moment,
          until: v.pipe(moment, v.description('The last day, or the last minute, that is inside.')),
          why: v.pipe(v.string('why'), v.regex(/\S/, 'why'), v.maxLength(200, 'why')),
        },
        'keys',
      ),
      v.check(({ from, until }) => from <= until || until.startsWith(from), 'blackoutOrder'),
    ),
    'blackouts',
  ),
  v.description(
    'Stretches in which nothing goes out, each with its reason. What is queued is held back; in your own configuration.',
  ),
);

/** Country, and where it matters region or school zone: `FR`, `FR-A`, `DE-BY`. */
const region = v.pipe(
  v.string('holidayRegion'),
  v.regex(/^[A-Z]{2}(?:-[A-Za-zÀ-ɏ\d .'’-]{1,60})?$/, 'holidayRegion'),
  v.description('A country, or one with a region or school zone: FR, FR-A, DE-BY.'),
);

/** `holidays`: public and school holidays that a plan knows. */
export const holidays = v.pipe(
  v.union(
    [
      region,
      v.strictObject({
        of: region,
        skip: v.optional(
          v.pipe(
            v.picklist(['none', 'public', 'all'], 'oneOf:none:public:all'),
            v.description('Days that get no post; all others are named only.'),
          ),
          'none',
        ),
      }),
    ],
    'holidays',
  ),
  v.description('Public and school holidays of a country, which a plan names or skips.'),
);
