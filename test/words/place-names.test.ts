import { expect, it } from 'vitest';
import { placesIn } from '#words/place-names.js';

it.each([
  ['en', 'Hiking near Tromsø, five huts and no road', ['Tromsø']],
  ['en', 'Two days in Gdańsk, ten tiled stoves', []],
  ['en', 'A walk in Åndalsnes, one train a day', ['Åndalsnes']],
  ['fr', 'Une semaine à Łódź, vingt cours intérieures', []],
  ['fr', 'Un atelier de reliure à Évreux, le samedi', ['Évreux']],
])('never cuts the name of a place at a letter (%s): %s', (language, text, tags) => {
  expect(placesIn(text, language).map(({ tag }) => tag)).toEqual(tags);
});
