/* Words: the records that have every word, each inside one unit, as in `words.py`. */

/* Of the files of a pair that stands in very many records, how many are read at most. */
var MOST_CHUNKS = 8;

function findWords(words, index, job, tell) {
  var left = words.length;
  var all = words.map(function () { return null; });
  words.forEach(function (word, at) {
    having(word, index, job, function (found) {
      all[at] = found;
      left -= 1;
      if (!left) { show(); }
    });
  });
  function show() {
    var places = all[0].places.filter(function (place) {
      return all.every(function (found) { return found.isThere[keyOf(place)]; });
    });
    function isTitled(place) {
      return all.every(function (found) { return found.isTitled[keyOf(place)]; });
    }
    places.sort(isNewer);
    var ordered = places.filter(isTitled).concat(places.filter(function (place) { return !isTitled(place); }));
    new WordHits(words, index, ordered, all).more(job, tell);
  }
}

function keyOf(place) { return place.segment + "-" + place.number; }

/* The records with a unit that has all pairs of a word; of them those whose title has. Where every
   pair stands in very many records, the newest of each are read; older ones as long as none of those
   has the word. */
function having(word, index, job, then) {
  var pieces = piecesOf(word);
  index.load(index.shardPaths(pieces), job, function () {
    var entries = pieces.map(function (piece) { return index.lookUp(piece); });
    var short = entries.filter(function (found) {
      return found.every(function (entry) { return !entry.chunks; });
    });
    if (short.length) { then(collected(word, short, index, false)); return; }
    function readOn(chunk) {
      var paths = longPaths(pieces, entries, index, chunk);
      index.load(paths, job, function () {
        takeLong(pieces, entries, index, chunk);
        var found = collected(word, entries, index, true);
        if (found.places.length || !paths.length || chunk + 1 === MOST_CHUNKS) { then(found); return; }
        readOn(chunk + 1);
      });
    }
    readOn(0);
  });
}

/* The pairs of a word, each once; of one character itself. */
function piecesOf(word) {
  var characters = charactersOf(word);
  return characters.length < 2 ? [word] : pairsOf(characters).filter(function (pair, at, all) {
    return all.indexOf(pair) === at;
  });
}

function longPaths(pieces, entries, index, chunk) {
  var paths = [];
  pieces.forEach(function (piece, at) {
    index.segments.forEach(function (segment, number) {
      if (chunk < entries[at][number].chunks) { paths.push(index.longPath(segment, piece, chunk)); }
    });
  });
  return paths;
}

function takeLong(pieces, entries, index, chunk) {
  pieces.forEach(function (piece, at) {
    index.segments.forEach(function (segment, number) {
      var entry = entries[at][number];
      if (chunk >= entry.chunks) { return; }
      entry.parts.push(index.have(index.longPath(segment, piece, chunk)) || []);
    });
  });
}

/* `isCut`: only the newest of very many were read. */
function collected(word, entries, index, isCut) {
  var found = { places: [], isThere: Object.create(null), isTitled: Object.create(null), isCut: isCut };
  function add(place, isTitled) {
    var key = keyOf(place);
    if (!found.isThere[key]) { found.places.push(place); }
    found.isThere[key] = true;
    if (isTitled) { found.isTitled[key] = true; }
  }
  index.segments.forEach(function (segment, number) {
    var isGone = goneOf(segment);
    sharedUnits(entries.map(function (each) { return each[number].parts; })).forEach(function (unit) {
      var at = Math.floor(unit / SLOTS);
      if (!isGone[at]) { add({ segment: number, number: at }, unit % SLOTS === 1); }
    });
  });
  index.recent.forEach(function (record, number) {
    var has = record.units.map(function (unit) { return unit.text.indexOf(word) >= 0; });
    if (has.indexOf(true) >= 0) { add({ segment: index.segments.length, number: number }, has[1]); }
  });
  return found;
}

/* The units that stand in every list of postings, each in parts. */
function sharedUnits(lists) {
  var counts = Object.create(null);
  var units = [];
  function meet(unit, at) {
    if ((counts[unit] || 0) !== at) { return; }
    counts[unit] = at + 1;
    if (at + 1 === lists.length) { units.push(unit); }
  }
  lists.forEach(function (parts, at) {
    parts.forEach(function (bytes) { eachPosting(bytes, function (unit) { meet(unit, at); }); });
  });
  return units;
}

/* The records in their order, of which ten at a time are read and verified. */
function WordHits(words, index, places, all) {
  this.words = words;
  this.index = index;
  this.places = places;
  this.isCut = all.some(function (found) { return found.isCut; });
  this.next = 0;
  this.missing = 0;
  this.hits = [];
  this.wanted = 0;
}

WordHits.prototype.more = function (job, tell) {
  this.wanted += HITS;
  this.fill(job, tell);
};

WordHits.prototype.fill = function (job, tell) {
  var self = this;
  var batch = this.places.slice(this.next, this.next + this.wanted - this.hits.length);
  if (!batch.length) { tell(this.found()); return; }
  this.next += batch.length;
  this.index.loadDocuments(batch, job, function (records) {
    records.forEach(function (record, at) {
      if (record && self.hasAll(self.index.unitsOf(record))) {
        self.hits.push(new Hit(batch[at], record, record.units));
      } else {
        self.missing += 1;
      }
    });
    self.fill(job, tell);
  });
};

WordHits.prototype.hasAll = function (units) {
  return this.words.every(function (word) {
    return units.some(function (unit) { return unit.text.indexOf(word) >= 0; });
  });
};

/* `precision`: whether the total is exact, about right (the rest was not read), or the least. */
WordHits.prototype.found = function () {
  var hits = this.hits.slice();
  var total = this.places.length - this.missing;
  var found = new Found(hits.length ? POSSIBLE : NONE, hits, total, new Wanted(this.words, this.index));
  var areShort = this.words.every(function (word) { return charactersOf(word).length < 3; });
  found.words = this.words;
  found.precision = this.isCut ? "least" : areShort || total === hits.length ? "exact" : "about";
  found.rest = this.next < this.places.length ? this : null;
  return found;
};

/* Records that have a sentence word for word; the likest first if it surely answers. Nothing more is
   read: the index has been asked for the pairs of the words. */
function judged(text, words, having, index) {
  var isPiece = Object.create(null);
  words.forEach(function (word) {
    piecesOf(word).forEach(function (piece) { isPiece[piece] = true; });
  });
  var message = new Message(index.spelling.fold(text));
  var pieces = message.grams.filter(function (gram) { return isPiece[gram]; });
  var query = new Query(message, index.spelling.lighten(text), pieces, index);
  var hits = having.hits.map(function (hit) { return query.hit(hit.place, hit.record); });
  hits.sort(byScore);
  if (judge(query, hits, index.manifest.confidence) === ANSWERED) {
    having.tier = ANSWERED;
    having.hits = hits;
    having.rest = null;
  }
  return having;
}
