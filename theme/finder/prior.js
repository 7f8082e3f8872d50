/* What can be guessed about a gram before asking for it, as in `prior.py`. */

/* `segments`: the number of records and the `prior.json` of each. */
function Prior(segments) {
  this.records = 0;
  this.known = Object.create(null);
  this.least = 1;
  segments.forEach(function (segment) {
    this.records += segment.records;
    this.learn(segment.records, segment.prior.characters, 1);
    this.learn(segment.records, segment.prior.pairs, 2);
  }, this);
}

Prior.prototype.learn = function (records, levels, size) {
  levels.forEach(function (text, level) {
    var count = records * Math.pow(2, -level / 2);
    var characters = charactersOf(text);
    for (var at = 0; at < characters.length; at += size) {
      var gram = characters.slice(at, at + size).join("");
      this.known[gram] = (this.known[gram] || 0) + count;
    }
    if (size === 2 && text) { this.least = Math.max(1, count); }
  }, this);
};

/* Records that have a gram, and how probable it is that any has it. */
Prior.prototype.guess = function (gram) {
  var known = this.known[gram];
  if (known !== undefined) { return { count: known, chance: 1 }; }
  var characters = charactersOf(gram);
  if (characters.length === 1) { return { count: 0, chance: 0 }; }
  var chance = (this.known[characters[0]] || 0) * (this.known[characters[1]] || 0) * 0.3;
  chance = this.records ? chance / this.records : 0;
  return { count: Math.min(Math.max(chance, 1), this.least), chance: 1 - Math.exp(-Math.sqrt(chance)) };
};

/* The grams of a message that may be in the index, best first. */
Prior.prototype.wanted = function (message, records) {
  var found = [];
  message.grams.forEach(function (gram, number) {
    var guess = this.guess(gram);
    var promise = whole(1000 * guess.chance * rarity(guess.count, records) * message.factors[number]);
    if (promise) { found.push({ gram: gram, promise: promise, number: number }); }
  }, this);
  found.sort(function (one, other) { return other.promise - one.promise || one.number - other.number; });
  return found.map(function (each) { return each.gram; });
};
