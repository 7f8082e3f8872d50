/* How sure we may be that the best hit answers a message, as in `confidence.py`. */

var ANSWERED = "answered";
var POSSIBLE = "possible";
var NONE = "none";
var LOOKED_AT = 39;

function judge(query, hits, constants) {
  if (!hits.length) { return NONE; }
  var total = constants.bias;
  measures(query, hits).forEach(function (value, at) { total += constants.weights[at] * value; });
  var sure = 1 / (1 + Math.exp(-total));
  if (sure < constants.possible) { return NONE; }
  return sure >= constants.answered && passes(query, hits[0], constants.places) ? ANSWERED : POSSIBLE;
}

function measures(query, hits) {
  var first = hits[0];
  var pairs = query.message.pairs;
  var known = first.grams();
  function isKnown(pair) { return known[pair] > 0; }
  var shared = covered(query, first);
  var inside = insideRuns(query.message.characters, first.units);
  var margin = first.score ? (first.score - (hits[1] ? hits[1].score : 0)) / first.score : 0;
  return [
    shared,
    share(query, pairs.slice(0, 29), isKnown),
    share(query, pairs, function (pair, at) { return inside[at]; }),
    first.overlap,
    margin * Math.sqrt(shared),
    Math.log(Math.max(query.message.characters.length, 1)),
    longestMiss(query, pairs.slice(0, LOOKED_AT), known)
  ];
}

/* Whether the guard lets a hit be a sure answer. */
function passes(query, hit, places) {
  var record = hit.record;
  var spelling = query.index.spelling;
  if (record.state || record.draft || isRepeated(query.message.pairs)) { return false; }
  var forms = hit.units.slice(2).map(function (unit) { return unit.text; });
  if (isDenied(query.light, spelling.fold(query.light), forms)) { return false; }
  var core = withoutFrame(query.light);
  var characters = charactersOf(spelling.fold(core));
  if (!isWhole(query, hit, core, characters)) { return false; }
  var said = spelling.lighten([record.title].concat(record.forms || [], record.text || "").join("\n"));
  return !isGraver(query.light, said) && isSame(query.light, said, places, characters.length <= SHORT);
}

/* Whether no stretch of the message without its frame speaks of something else. */
function isWhole(query, hit, core, characters) {
  var isShort = characters.length <= SHORT;
  var allowed = isShort ? (hit.short ? SHORT_MISS : BARE_MISS) : LONG_MISS;
  var known = hit.grams();
  if (longestMiss(query, pairsOf(characters.slice(0, LOOKED_AT + 1)), known) > allowed) { return false; }
  if (isShort && hasNewWord(characters, hit.units)) { return false; }
  if (isShort && hit.short
      && longestMiss(query, pairsOf(charactersOf(hit.short)), query.weightOf) > SHORT_MISS) {
    return false;
  }
  return sentencesOf(core, query.index.spelling).every(function (sentence) {
    return share(query, pairsOf(sentence), function (pair) { return known[pair] > 0; }) >= SENTENCE_SHARE;
  });
}

/* How much of what the pairs of a message weigh stands in a record. */
function covered(query, hit) {
  var known = hit.grams();
  return share(query, query.message.pairs, function (pair) { return known[pair] > 0; });
}

/* Of what the pairs weigh, the share of those that hold. */
function share(query, pairs, holds) {
  var total = 0;
  var holding = 0;
  pairs.forEach(function (pair, at) {
    var weight = query.rarity(pair);
    total += weight;
    if (holds(pair, at)) { holding += weight; }
  });
  return total ? holding / total : 0;
}

/* For each pair of a message: whether it lies in three characters that the record has. */
function insideRuns(characters, units) {
  var pairs = pairsOf(characters);
  var threes = pairs.slice(1).map(function (pair, at) {
    var three = characters[at] + pair;
    return units.some(function (unit) { return unit.text.indexOf(three) >= 0; });
  });
  return pairs.map(function (pair, at) { return threes[at] || threes[at - 1]; });
}

/* The heaviest stretch of pairs without a match, as a share of all pairs. */
function longestMiss(query, pairs, known) {
  var total = 0;
  var longest = 0;
  var missing = 0;
  pairs.forEach(function (pair) {
    var weight = query.rarity(pair);
    total += weight;
    missing = known[pair] === undefined ? missing + weight : 0;
    longest = Math.max(longest, missing);
  });
  return total ? longest / total : 1;
}
