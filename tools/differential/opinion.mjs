// Asks HL7's reference translator and engine about every client of a case file.
//
//   node opinion.mjs <case file> <answer file>
//
// The case file is made by `python -m tools.differential`; the decisions are worked out here once more from
// the engine's truths, by code that shares nothing with Adamas.
import { webcrypto } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import * as translator from '@cqframework/cql/cql-to-elm';
import * as model from '@cqframework/cql/cql';
import cql from 'cql-execution';

globalThis.crypto ??= webcrypto; // the translator expects it; Node 18, Debian's, does not offer it by itself

const SCALE = ['clear', 'caution', 'ask', 'defer', 'refer', 'refuse'];
const [caseFile, answerFile] = process.argv.slice(2);
const asked = JSON.parse(readFileSync(caseFile, 'utf8'));

function translate(text) {
  const models = new translator.ModelManager();
  models.modelInfoLoader.registerModelInfoProvider(new model.SystemModelInfoProvider());
  const units = translator.createUcumService((v) => v, () => null, (a) => a, (a) => a);
  const libraries = new translator.LibraryManager(models, undefined, undefined, units);
  const translated = translator.CqlTranslator.fromText(text, libraries);
  const errors = [...(translated.errors?.asJsReadonlyArrayView?.() ?? translated.errors ?? [])];
  if (errors.length > 0) {
    throw new Error(`The translator refuses the CQL: ${errors.map((e) => e.message).join('; ')}`);
  }
  return new cql.Library(JSON.parse(translated.toJson()));
}

const day = (text) => (text == null ? null : cql.Date.parse(text));
const typed = {
  Date: day,
  Stays: (stays) => stays.map(({ first, last }) => ({ first: day(first), last: day(last) })),
};

function intakeOf(values) {
  const intake = {};
  for (const [name, kind] of Object.entries(asked.fields)) {
    const value = values[name] ?? null;
    intake[name] = value === null ? null : (typed[kind]?.(value) ?? value);
  }
  return intake;
}

async function truths(library, values, today) {
  const parameters = { Today: day(today), Intake: intakeOf(values) };
  const executor = new cql.Executor(library, new cql.CodeService({}), parameters);
  const results = await executor.exec(new cql.PatientSource([]));
  return results.unfilteredResults;
}

const strictest = (words) => words.reduce((a, b) => (SCALE.indexOf(a) < SCALE.indexOf(b) ? b : a), 'clear');
const mildest = (words) => words.reduce((a, b) => (SCALE.indexOf(a) < SCALE.indexOf(b) ? a : b));
const isStricter = (a, b) => SCALE.indexOf(a) > SCALE.indexOf(b);

// Every statement that speaks counts; what is unknown asks where it could still be stricter than what surely
// blocks: a caution settles nothing, for each brings limits of its own.
function decide(rules, zones, heard) {
  const isRelaxed = (rule, zone) =>
    rules.some((e) => e.relaxes === rule.id && (e.isLocal ? zone !== null && heard(zone)[e.id] : heard(null)[e.id]) === true);
  const at = (zone) => rules.filter((rule) => rule.isLocal === (zone !== null) && !isRelaxed(rule, zone));
  const certain = (zone) => at(zone).filter((rule) => heard(zone)[rule.id] === true).map((rule) => rule.then);
  const open = (zone) => at(zone).filter((rule) => heard(zone)[rule.id] === null).map((rule) => rule.then);
  const whole = strictest(certain(null));
  const local = Object.fromEntries(zones.map((zone) => [zone, strictest([whole, ...certain(zone)])]));
  const floor = zones.length > 0 ? strictest([whole, mildest(Object.values(local))]) : whole;
  const settled = (known) => (known === 'caution' ? 'clear' : known);
  const asks = (zone, known) => (open(zone).some((then) => isStricter(then, settled(known))) ? ['ask'] : []);
  const wholeSays = strictest([whole, ...asks(null, floor)]);
  const says = Object.fromEntries(
    zones.map((zone) => [zone, strictest([wholeSays, ...certain(zone), ...asks(zone, local[zone])])]),
  );
  const overall = zones.length > 0 ? strictest([wholeSays, mildest(Object.values(says))]) : wholeSays;
  return { overall, zones: says };
}

const whole = translate(asked.whole);
const local = translate(asked.local);
const answers = [];
let last = Date.now();
for (const [number, client] of asked.clients.entries()) {
  const heard = new Map();
  heard.set(null, await truths(whole, client.values, client.today));
  for (const [zone, values] of Object.entries(client.zones)) {
    heard.set(zone, await truths(local, { ...client.values, ...values }, client.today));
  }
  const rules = asked.rules[client.rules];
  answers.push({
    whole: asked.ids.whole.map((id) => heard.get(null)[id]),
    zones: Object.fromEntries(
      Object.keys(client.zones).map((zone) => [zone, asked.ids.local.map((id) => heard.get(zone)[id])]),
    ),
    decided: decide(rules, Object.keys(client.zones), (zone) => heard.get(zone)),
  });
  if (Date.now() - last > 2000) {
    last = Date.now();
    process.stderr.write(`  ${number + 1} of ${asked.clients.length} clients\n`);
  }
}
writeFileSync(answerFile, JSON.stringify(answers));
