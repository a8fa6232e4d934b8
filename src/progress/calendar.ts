/**
 * Days to keep, as an iCalendar file (RFC 5545), by `ical-generator`: events of updates and milestones of which the full day is known.
 * What is known by its month alone is left out: a calendar would make a day of it.
 */
import ical, { ICalCalendarMethod } from 'ical-generator';
import type { UpdateFacts } from '../readings/topic.schema.ts';
import { readPartDate } from './part-dates.ts';
import type { Group, Strand } from './read.ts';

export interface CalendarEvent {
  /** One name for ever, so that a calendar changes an event and does not add it twice. */
  id: string;
  name: string;
  /** Its first and last days, as `2025-01-27`. */
  on: string;
  until: string;
  /** The address of the page that tells of it, from the root. */
  address: string;
  /** The day when what it says was last checked. */
  checked: string;
}

interface Dated {
  id: string;
  address: string;
  facts: Pick<UpdateFacts, 'events' | 'lastChecked'>;
}

const isDay = (written: string) => readPartDate(written)?.exact === 'day' && !readPartDate(written)?.by;

/** @returns every event whose full day is known, the oldest first */
export function eventsOf(updates: readonly Dated[], strands: readonly (Strand | Group)[], checked: string): CalendarEvent[] {
  const ofUpdates = updates.flatMap(({ id, address, facts }) =>
    facts.events
      .filter(({ on }) => isDay(on))
      .map(({ name, on, until }, index) => ({
        id: `${id.replace(/^.*\//, '')}-${index + 1}`,
        ...{ name: name.standard, on, until: until ?? on, address, checked: facts.lastChecked },
      })),
  );
  const ofMilestones = strands.flatMap(({ id, address, record }) =>
    record.milestones.flatMap(({ name, words, steps }) => {
      const due = steps.findLast((step) => step.due)?.due;
      return due && isDay(due)
        ? [{ id: `${id.replace('/', '-')}-${name}`, ...{ name: words.standard, on: due, until: due, address, checked } }]
        : [];
    }),
  );
  return [...ofUpdates, ...ofMilestones].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
}

const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000);

/**
 * @param name of the calendar @param at makes a whole address of one from the root; its host is part of every event's name
 * @returns the file; the same events give the same bytes, since its stamps are the days of the last check
 */
export function calendarOf(events: readonly CalendarEvent[], name: string, at: (address: string) => URL): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'SEND Local Offer', product: 'progress', language: 'EN' },
  });
  for (const { id, name: summary, on, until, address, checked } of events)
    calendar.createEvent({
      id: `${id}@${at(address).hostname}`,
      ...{ summary, start: new Date(on), end: dayAfter(until), allDay: true, timezone: 'UTC' },
      stamp: new Date(checked),
      url: at(address).href,
    });
  return `${calendar.toString()}\r\n`;
}
