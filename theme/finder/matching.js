/* From a message or words to records, step by step as in `matching.py`. */

var WAVES = [40, 100];
var GLANCE = 20;
var GLANCED = 5;
var HITS = 10;
var LONGEST_WORDS = 12;
var SENTENCE = 6;
/* Of a few words that no record has together, how much has to stand in one to be shown. */
var LEAST = 0.3;
var FORM_WEIGHT = 3;

/* One record that was found. `short`: the folded title or form that is most like the message. */
function Hit(place, record, units) {
  this.place = place;
  this.record = record;
  this.units = units;
  this.score = 0;
  this.short = "";
  this.overlap = 0;
}

/* Every gram of its texts. */
Hit.prototype.grams = function () {
  if (!this.known) {
    this.known = this.units.reduce(function (known, unit) {
      gramsOf(charactersOf(unit.text)).order.forEach(function (gram) { known[gram] = 1; });
      return known;
    }, Object.create(null));
  }
  return this.known;
};

function byScore(one, other) {
  return other.score - one.score || isNewer(one.place, other.place);
}

function isNewer(one, other) { return other.segment - one.segment || other.number - one.number; }

/* A message with what the index says of its grams. */
function Query(message, light, wanted, index) {
  this.message = message;
  this.light = light;
  this.index = index;
  this.rarities = Object.create(null);
  this.lookups = wanted.map(function (gram) {
    var entries = index.lookUp(gram);
    var count = entries.reduce(function (sum, entry) { return sum + entry.count; }, 0);
    this.rarities[gram] = whole(1000 * rarity(count + index.recently(gram), index.records));
    return { number: message.numbers[gram], entries: entries };
  }, this);
  this.weightOf = Object.create(null);
  this.mass = 0;
  this.weights = message.grams.map(function (gram, number) {
    this.mass += this.rarity(gram);
    this.weightOf[gram] = whole(this.rarity(gram) * message.factors[number]);
    return this.weightOf[gram];
  }, this);
}

Query.prototype.rarity = function (gram) {
  var known = this.rarities[gram];
  if (known === undefined) {
    var count = Math.max(this.index.prior.guess(gram).count, this.index.recently(gram));
    known = this.rarities[gram] = whole(1000 * rarity(count, this.index.records));
  }
  return known;
};

/* The places of the best records, by their best unit. */
Query.prototype.candidates = function () {
  var best = [];
  function offer(segment, number, score) {
    var entry = { place: { segment: segment, number: number }, score: score };
    if (best.length === HITS && byScore(entry, best[HITS - 1]) > 0) { return; }
    best.push(entry);
    best.sort(byScore);
    best.length = Math.min(best.length, HITS);
  }
  this.index.segments.forEach(function (segment, at) {
    this.scored(segment.documents, at, offer);
  }, this);
  this.index.recent.forEach(function (record, number) {
    var scores = record.units.map(function (unit, slot) {
      return this.unitScore(unit, slot === 0);
    }, this);
    var score = Math.max.apply(null, scores);
    if (score) { offer(this.index.segments.length, number, score); }
  }, this);
  return best.map(function (entry) { return entry.place; });
};

/* Offers each record of a segment that has one of the grams that were looked up. */
Query.prototype.scored = function (documents, segment, offer) {
  var scores = new Float64Array(documents * SLOTS);
  var isMet = new Uint8Array(documents);
  var met = [];
  this.lookups.forEach(function (lookup) {
    var weight = this.weights[lookup.number];
    lookup.entries[segment].parts.forEach(function (bytes) {
      eachPosting(bytes, function (unit, level) {
        var number = (unit - unit % SLOTS) / SLOTS;
        if (!isMet[number]) { isMet[number] = 1; met.push(number); }
        scores[unit] += weight * IMPACTS[level];
      });
    });
  }, this);
  var isGone = goneOf(this.index.segments[segment]);
  met.forEach(function (number) {
    if (isGone[number]) { return; }
    var at = number * SLOTS;
    offer(segment, number, Math.max(scores[at], scores[at + 1], scores[at + 2], scores[at + 3]));
  });
};

/* The weight of the grams of the message that stand in a unit, saturated by its length. */
Query.prototype.unitScore = function (unit, isBody) {
  var weights = this.weights;
  var length = unit.codes.length;
  var total = 0;
  this.message.count(unit, function (number, count) {
    total += weights[number] * impact(count, length, isBody);
  });
  return total;
};

/* The share of the rarer of both texts that stands in the other. */
Query.prototype.overlapWith = function (unit) {
  var inside = 0;
  var mass = 0;
  gramsOf(charactersOf(unit.text)).order.forEach(function (gram) {
    var weight = this.rarity(gram);
    mass += weight;
    if (this.weightOf[gram] !== undefined) { inside += weight; }
  }, this);
  var least = Math.min(mass, this.mass);
  return least ? inside / least : 0;
};

Query.prototype.hit = function (place, record) {
  var units = this.index.unitsOf(record);
  var hit = new Hit(place, record, units);
  var worth = 0;
  units.slice(1).forEach(function (unit) {
    var overlap = this.overlapWith(unit);
    var score = this.unitScore(unit, false) * overlap;
    if (score > worth) {
      worth = score;
      hit.overlap = overlap;
      hit.short = unit.text;
    }
  }, this);
  hit.score = this.unitScore(units[0], true) + FORM_WEIGHT * worth;
  return hit;
};

/* Calls `tell(found)` after each wave; the last one has `isLast`. Before the first wave it tells what
   half of its grams give, which is never sure: six requests at a time are slow. */
function findMessage(text, index, job, tell, least) {
  var message = new Message(index.spelling.fold(text));
  var light = index.spelling.lighten(text);
  var wanted = index.prior.wanted(message, index.records);
  function look(size, most, then) {
    var grams = wanted.slice(0, size);
    index.load(index.shardPaths(grams), job, function () {
      var query = new Query(message, light, grams, index);
      var places = query.candidates().slice(0, most);
      index.loadDocuments(places, job, function (records) {
        var hits = [];
        records.forEach(function (record, number) {
          if (record) { hits.push(query.hit(places[number], record)); }
        });
        hits.sort(byScore);
        var tier = judge(query, hits, index.manifest.confidence);
        if (least && tier !== ANSWERED) {
          hits = hits.filter(function (hit) { return covered(query, hit) >= least; });
          tier = hits.length ? POSSIBLE : NONE;
        }
        then(new Found(tier, hits, hits.length, new Shared(query)));
      });
    });
  }
  function wave(at) {
    look(WAVES[at], HITS, function (found) {
      var isLast = found.tier === ANSWERED || wanted.length <= WAVES[at] || at + 1 === WAVES.length;
      tell(found, isLast);
      if (!isLast && !job.isOver) { wave(at + 1); }
    });
  }
  if (wanted.length <= GLANCE) { wave(0); return; }
  look(GLANCE, GLANCED, function (found) {
    if (found.tier === ANSWERED) { found.tier = POSSIBLE; }
    tell(found, false);
    if (!job.isOver) { wave(0); }
  });
}

/* `tier`: answered, possible or none; `hits`, best first; `total` records that have the words. */
function Found(tier, hits, total, marker) {
  this.tier = tier;
  this.hits = hits;
  this.total = total;
  this.marker = marker;
  this.isLast = false;
  this.isPartial = false;
}

/* Which stretches of a text say why it was found: [start, end] of each. */
Found.prototype.marks = function (text) { return this.marker.marks(text).map(ends); };

/* The stretch of a text that says best why it was found, of about `most` characters: `text`, its
   `marks`, and whether something was cut off before and after. */
Found.prototype.excerpt = function (text, most) { return excerpt(text, this.marker.marks(text), most); };
