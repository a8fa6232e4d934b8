/** Which voice reads on which device; lists as the browsers give them. */
import { describe, expect, test } from 'vitest';
import { voiceFor, voicesToOffer, type Voice } from '../../src/reading-help/speech-voices.ts';

const voice = (name: string, lang = 'en-GB', localService = true, voiceURI = name): Voice => ({ name, lang, localService, voiceURI });
const mac = [
  voice('Albert', 'en-US'),
  voice('Daniel'),
  voice('Eddy (English (UK))', 'en-GB', true, 'com.apple.eloquence.en-GB.Eddy'),
  voice('Kate (Enhanced)'),
  voice('Samantha', 'en-US'),
  voice('Thomas', 'fr-FR'),
];
const chrome = [
  voice('Microsoft Hazel - English (United Kingdom)'),
  voice('Google UK English Female', 'en-GB', false),
  voice('Google Deutsch', 'de-DE', false),
];
const edge = [voice('Microsoft Sonia Online (Natural)', 'en-GB', false), voice('Microsoft George - English (United Kingdom)')];

describe('the voice that reads', () => {
  for (const [where, voices, name] of [
    ['a Mac: British and good, nothing made for fun', mac, 'Kate (Enhanced)'],
    ['Chrome on Windows: of the device', chrome, 'Microsoft Hazel - English (United Kingdom)'],
    ['Edge: of the device, though the online one is better', edge, 'Microsoft George - English (United Kingdom)'],
    ['Android, which writes en_GB', [voice('English US', 'en_US'), voice('English UK', 'en_GB')], 'English UK'],
    ['a device with American voices', [voice('Thomas', 'fr-FR'), voice('Samantha', 'en-US')], 'Samantha'],
    ['a device with a robot and an American', [voice('eSpeak English (UK)'), voice('Samantha', 'en-US')], 'Samantha'],
    ['a device with nothing but a robot', [voice('eSpeak English (UK)')], 'eSpeak English (UK)'],
    ['a device without English', [voice('Thomas', 'fr-FR')], undefined],
    ['a device with online voices alone', chrome.slice(1), undefined],
    ['a device without voices', [], undefined],
  ] as const)
    test(`on ${where}`, () => expect(voiceFor(voices, { online: false })?.name).toBe(name));

  test('is the chosen one', () => expect(voiceFor(mac, { voice: 'Daniel', online: false })?.name).toBe('Daniel'));
  test('is an online one only where the person allows it', () => {
    const wish = { voice: 'Google UK English Female' };
    expect(voiceFor(chrome, { ...wish, online: false })?.localService).toBe(true);
    expect(voiceFor(chrome, { ...wish, online: true })?.name).toBe(wish.voice);
    expect(voiceFor(chrome, { online: true })?.localService, 'allowed is not chosen').toBe(true);
    expect(voiceFor(chrome.slice(1), { online: true })?.name).toBe(wish.voice);
  });
  test('is found again after it was taken off the device', () =>
    expect(voiceFor(mac, { voice: 'Serena', online: false })?.name).toBe('Kate (Enhanced)'));
});

test('English voices alone are offered, of the device and online apart, without those made for fun', () => {
  expect(voicesToOffer(mac).local.map(({ name }) => name)).toEqual(['Kate (Enhanced)', 'Daniel', 'Samantha']);
  expect(voicesToOffer(chrome).online.map(({ name }) => name)).toEqual(['Google UK English Female']);
});
