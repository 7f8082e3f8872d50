/* Why a text was found: its stretches that a message or words have too, at their places in the text
   as it is written. */

function ends(mark) { return [mark.start, mark.end]; }

/* A text with its folded form and where each part of that stands in it. */
function Traced(text, spelling) {
  var origin = [[], []];
  this.folded = spelling.write(text, false, origin);
  this.starts = origin[0];
  this.ends = origin[1];
}

Traced.prototype.mark = function (from, to, weight) {
  return { start: this.starts[from], end: this.ends[to - 1], weight: weight };
};

/* Whether nothing that folding drops stands before a place. */
Traced.prototype.isWhole = function (at) { return this.starts[at] === this.ends[at - 1]; };

/* Words: everywhere they stand. */
function Wanted(words, index) {
  this.words = words;
  this.spelling = index.spelling;
}

Wanted.prototype.marks = function (text) {
  var traced = new Traced(text, this.spelling);
  var found = [];
  this.words.forEach(function (word) {
    for (var at = traced.folded.indexOf(word); at >= 0; at = traced.folded.indexOf(word, at + word.length)) {
      found.push(traced.mark(at, at + word.length, word.length));
    }
  });
  return merged(found);
};

/* A message: runs of three characters and more, and rare pairs, that it shares. */
function Shared(query) {
  this.query = query;
  this.least = whole(1000 * rarity(Math.max(3, query.index.records / 20), query.index.records));
}

Shared.prototype.marks = function (text) {
  var traced = new Traced(text, this.query.index.spelling);
  var characters = charactersOf(traced.folded);
  var found = [];
  var start = 0;
  var from = 0;
  var weight = 0;
  /* `at` counts characters; `place` units of the folded text. */
  for (var at = 1, place = 0; at <= characters.length; at += 1) {
    place += characters[at - 1].length;
    var pair = at < characters.length ? characters[at - 1] + characters[at] : "";
    if (pair && this.query.weightOf[pair] !== undefined && traced.isWhole(place)) {
      weight = Math.max(weight, this.query.rarity(pair));
    } else {
      if (weight >= this.least) { found.push(this.run(traced, characters, start, at, from, weight)); }
      start = at;
      from = place;
      weight = 0;
    }
  }
  return merged(found.filter(Boolean));
};

function isAscii(character) { return character !== undefined && character < "\x7f"; }

/* A run without the part of a number or of a Latin word at its ends: half a number says nothing. */
Shared.prototype.run = function (traced, characters, start, end, from, weight) {
  var to = from;
  for (var at = start; at < end; at += 1) { to += characters[at].length; }
  while (start < end && isAscii(characters[start]) && isAscii(characters[start - 1])) {
    start += 1;
    from += 1;
  }
  while (start < end && isAscii(characters[end - 1]) && isAscii(characters[end])) {
    end -= 1;
    to -= 1;
  }
  return end - start > 1 ? traced.mark(from, to, weight * (end - start)) : null;
};

function merged(marks) {
  marks.sort(function (one, other) { return one.start - other.start; });
  return marks.reduce(function (kept, mark) {
    var last = kept[kept.length - 1];
    if (last && mark.start <= last.end) {
      last.end = Math.max(last.end, mark.end);
      last.weight = Math.max(last.weight, mark.weight);
    } else {
      kept.push(mark);
    }
    return kept;
  }, []);
}

function isSplit(text, at) { return isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1)); }

function lineStart(text, at) { return at ? text.lastIndexOf("\n", at - 1) + 1 : 0; }

function lineEnd(text, at) { return (text + "\n").indexOf("\n", at); }

/* Where the marks weigh most within a stretch; of equals, in the longer line. */
function bestOf(text, marks, most) {
  return marks.map(function (mark) {
    return {
      start: mark.start,
      line: Math.min(most, lineEnd(text, mark.start) - lineStart(text, mark.start)),
      weight: marks.reduce(function (sum, other) {
        return other.start >= mark.start && other.end <= mark.start + most * 0.75 ? sum + other.weight : sum;
      }, 0)
    };
  }).reduce(function (best, each) {
    var isBetter = each.weight > best.weight || (each.weight === best.weight && each.line > best.line);
    return isBetter ? each : best;
  }, { start: 0, line: 0, weight: -1 }).start;
}

/* Begins a little before the stretch with the weightiest marks, where it can after a stop; never
   runs over the end of a line, as lines are fields of a record. */
function excerpt(text, marks, most) {
  var best = bestOf(text, marks, most);
  var first = lineStart(text, best);
  var last = lineEnd(text, best);
  var start = Math.max(first, best - Math.floor(most / 4));
  if (last - start < most) { start = Math.max(first, last - most); }
  var stop = text.slice(start, best).search(/[。！？；!?;][^。！？；!?;]*$/);
  if (start > first && stop >= 0) { start += stop + 1; }
  if (start && isSplit(text, start)) { start -= 1; }
  var end = Math.min(last, start + most);
  if (isSplit(text, end)) { end -= 1; }
  return {
    text: text.slice(start, end),
    marks: marks.filter(function (mark) { return mark.end > start && mark.start < end; }).map(function (mark) {
      return [Math.max(mark.start, start) - start, Math.min(mark.end, end) - start];
    }),
    isCutBefore: start > first,
    isCutAfter: end < last
  };
}
