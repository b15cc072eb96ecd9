// The few valibot schemas that every door shares, each with a cap. Knows shapes, not meanings: no plan, no route, no file.
import * as v from 'valibot';

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** A real civil day of the years 1900–2199. */
export const day = v.pipe(
  v.string(),
  v.regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  v.check((text) => {
    const [year, month, date] = text.split('-').map(Number) as [number, number, number];
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    return date <= DAYS_IN_MONTH[month - 1]! + (month === 2 && leap ? 1 : 0);
  }),
);

/** The id of a node, office or plan. */
export const id = v.pipe(v.string(), v.regex(/^[0-9A-Za-z_-]{1,40}$/));

/** A name or a title: one line, trimmed, not empty. */
export const shortText = v.pipe(v.string(), v.maxLength(2_000), v.trim(), v.minLength(1), v.regex(/^[^\r\n]*$/));

/** A whole document as text. */
export const longText = v.pipe(v.string(), v.maxLength(500_000));

/** 1, 2, 3 … up to `max`. */
export const positive = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(max));

/** A list that stops being read at `max` members. */
export const listOf = <T extends v.GenericSchema>(member: T, max: number) => v.pipe(v.array(member), v.maxLength(max));
