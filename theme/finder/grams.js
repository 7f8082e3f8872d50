/* Grams: single characters and pairs of neighbours, and what they weigh, as in `grams.py`. Whatever
   decides a rank is a whole number below 2 to the 53rd. */

var IMPACTS = [10, 16, 26, 41, 66, 105, 168, 268];
var HEAD = 30;
var HEAD_WEIGHT = 1.5;

function whole(number) { return Math.floor(number + 0.5); }

/* What a gram counts that stands `count` times in a unit of that length. */
function impact(count, length, isBody) {
  var norm = 2.5 * (1 - 0.75 + 0.75 * length / (isBody ? 120 : 60));
  return whole(268 * count / (count + norm));
}

/* What a gram weighs that stands in `count` of `records`. */
function rarity(count, records) {
  var x = Math.log((records + 1) / Math.max(count, 1));
  return x * x * Math.sqrt(x);
}

function hash(gram, modulus, factor) {
  return codesOf(gram).reduce(function (value, code) {
    return (value * factor + code * 2654435 + 1) % modulus;
  }, 7);
}

function shardOf(gram, shards) { return hash(gram, 94906249, 127069) % shards; }

function printOf(gram) { return hash(gram, 16777213, 33574909); }

function pairsOf(characters) {
  var pairs = [];
  for (var at = 1; at < characters.length; at += 1) { pairs.push(characters[at - 1] + characters[at]); }
  return pairs;
}

/* How often each gram stands among characters: `order` as they come, `counts` by gram. */
function gramsOf(characters) {
  var found = { order: [], counts: Object.create(null) };
  characters.concat(pairsOf(characters)).forEach(function (gram) {
    if (!found.counts[gram]) {
      found.counts[gram] = 0;
      found.order.push(gram);
    }
    found.counts[gram] += 1;
  });
  return found;
}

/* A folded text that is searched: as a string, and as numbers for counting. */
function Unit(folded) {
  this.text = folded;
  this.codes = codesOf(folded);
}

/* A folded message: its grams in order, what each counts for standing there as it does, and a way
   to find them in units without making strings. */
function Message(folded) {
  this.characters = charactersOf(folded).slice(0, 2000);
  this.pairs = pairsOf(this.characters);
  var head = gramsOf(this.characters.slice(0, HEAD)).counts;
  var found = gramsOf(this.characters);
  this.grams = found.order;
  this.numbers = Object.create(null);
  this.factors = found.order.map(function (gram, number) {
    this.numbers[gram] = number;
    return Math.sqrt(found.counts[gram]) * (head[gram] ? HEAD_WEIGHT : 1);
  }, this);
  this.singles = found.order.filter(function (gram) { return codesOf(gram).length === 1; }).length;
  this.tabulate();
}

/* Characters come first among grams, so that their number + 1 is their place in these tables. */
Message.prototype.tabulate = function () {
  var wide = this.singles + 1;
  this.placeOf = new Uint16Array(0x10000);
  this.farPlaceOf = Object.create(null);
  this.pairAt = new Uint16Array(wide * wide);
  this.counts = new Uint32Array(this.grams.length);
  this.grams.forEach(function (gram, number) {
    var codes = codesOf(gram);
    if (codes.length > 1) {
      this.pairAt[this.place(codes[0]) * wide + this.place(codes[1])] = number;
    } else if (codes[0] < 0x10000) {
      this.placeOf[codes[0]] = number + 1;
    } else {
      this.farPlaceOf[codes[0]] = number + 1;
    }
  }, this);
};

Message.prototype.place = function (code) {
  return code < 0x10000 ? this.placeOf[code] : this.farPlaceOf[code] || 0;
};

/* Calls `meet(number, count)` for each gram of the message that stands in a unit. */
Message.prototype.count = function (unit, meet) {
  var wide = this.singles + 1;
  var met = [];
  var before = 0;
  for (var at = 0; at < unit.codes.length; at += 1) {
    var place = this.place(unit.codes[at]);
    if (place) {
      if (!this.counts[place - 1]) { met.push(place - 1); }
      this.counts[place - 1] += 1;
      var pair = before ? this.pairAt[before * wide + place] : 0;
      if (pair) {
        if (!this.counts[pair]) { met.push(pair); }
        this.counts[pair] += 1;
      }
    }
    before = place;
  }
  for (var i = 0; i < met.length; i += 1) {
    meet(met[i], this.counts[met[i]]);
    this.counts[met[i]] = 0;
  }
};
