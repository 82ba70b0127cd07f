// Public and school holidays of a country, from the calendars of opening_hours.
import type { DayOff } from '#campaign/days-off.js';
import { planSentences } from '#locale/plan.js';
import { UserError } from './user-error.js';

/** Regions that have a short name: school zones of France, and the states of Germany by ISO 3166-2. */
const REGIONS: Readonly<Record<string, string>> = {
  'FR-A': 'Zone A',
  'FR-B': 'Zone B',
  'FR-C': 'Zone C',
  'DE-BW': 'Baden-Württemberg',
  'DE-BY': 'Bayern',
  'DE-BE': 'Berlin',
  'DE-BB': 'Brandenburg',
  'DE-HB': 'Bremen',
  'DE-HH': 'Hamburg',
  'DE-HE': 'Hessen',
  'DE-MV': 'Mecklenburg-Vorpommern',
  'DE-NI': 'Niedersachsen',
  'DE-NW': 'Nordrhein-Westfalen',
  'DE-RP': 'Rheinland-Pfalz',
  'DE-SL': 'Saarland',
  'DE-SN': 'Sachsen',
  'DE-ST': 'Sachsen-Anhalt',
  'DE-SH': 'Schleswig-Holstein',
  'DE-TH': 'Thüringen',
};

/** The days off of a region, and the years whose school holidays are not known. */
export interface Holidays {
  readonly daysOff: readonly DayOff[];
  readonly unknown: { readonly region: string; readonly years: readonly number[] } | undefined;
}

const DAY = 86_400_000;
const pad = (value: number): string => String(value).padStart(2, '0');
/** The library counts in days of this machine's clock. */
const toDate = (day: Date): string => `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;

/**
 * Days off from a year to another, both inside. School holidays are asked for where a region is named: there is no
 * country whose schools are all closed at once.
 * @param region `FR`, `FR-A`, `DE-BY`, or a country with the name of its region.
 * @throws UserError for a region that is not known, or where the package is not installed.
 */
export async function readHolidays(region: string, first: number, last: number): Promise<Holidays> {
  const { default: OpeningHours } = await loadCalendars();
  const [country = '', ...rest] = region.split('-');
  const state = REGIONS[region] ?? (rest.length === 0 ? undefined : rest.join('-'));
  const address = { country_code: country.toLowerCase(), ...(state !== undefined && { state }) };
  const days = (kind: DayOff['kind'], year: number): DayOff[] | undefined => {
    const calendar = openCalendar(() =>
      new OpeningHours(kind === 'public' ? 'PH' : 'SH', { lat: 0, lon: 0, address } as ConstructorParameters<
        typeof OpeningHours
      >[1]).getOpenIntervals(new Date(year, 0, 1), new Date(year, 11, 31)),
    );
    return calendar?.flatMap(([from, to, , name = '']) =>
      Array.from({ length: Math.round((to.getTime() - from.getTime()) / DAY) }, (_, index) => ({
        date: toDate(new Date(from.getFullYear(), from.getMonth(), from.getDate() + index)),
        name,
        kind,
      })),
    );
  };
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const known = years.map((year) => ({
    year,
    ofPublic: days('public', year),
    ofSchool: state === undefined ? [] : days('school', year),
  }));
  if (known.every(({ ofPublic }) => ofPublic === undefined)) {
    throw new UserError((locale) => planSentences(locale).errors.noHolidays(region));
  }
  const missing = known.filter(({ ofSchool }) => ofSchool === undefined).map(({ year }) => year);
  return {
    daysOff: known.flatMap(({ ofPublic = [], ofSchool = [] }) => [...ofPublic, ...ofSchool]),
    unknown: missing.length === 0 ? undefined : { region, years: missing },
  };
}

/** Undefined where the library has no calendar of a year. It writes so to the console as well, which is no place for it. */
function openCalendar<T>(open: () => T): T | undefined {
  const write = console.error;
  console.error = () => undefined;
  try {
    return open();
  } catch {
    return undefined;
  } finally {
    console.error = write;
  }
}

async function loadCalendars(): Promise<typeof import('opening_hours')> {
  try {
    // Loaded here only: it takes a fifth of a second, and most configurations name no country.
    return await import('opening_hours');
  } catch (cause) {
    throw new UserError((locale) => planSentences(locale).errors.noCalendars, { cause });
  }
}
