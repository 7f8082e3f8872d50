/* What others use: `open(read)`, then `find(text, tell, fail)`. See docs/finder.md. */

var LONGEST_MS = 15000;

/* Reads the index at `base`: the address of a site with `finder/` at its end. A page is no file of the
   index: a network that wants to be signed in to answers everything with one. */
function reader(base) {
  return function (path, isBinary, done, failed) {
    var request = new XMLHttpRequest();
    request.open("GET", base + path);
    if (isBinary) { request.responseType = "arraybuffer"; }
    request.timeout = LONGEST_MS;
    request.onload = function () {
      if (request.status !== 200) { failed(request.status); return; }
      if (/^text\/html/i.test(request.getResponseHeader("Content-Type") || "")) { failed(0); return; }
      done(isBinary ? new Uint8Array(request.response) : request.responseText);
    };
    request.onerror = function () { failed(0); };
    request.ontimeout = function () { failed(LATE); };
    request.send();
    return function () {
      request.onload = request.onerror = request.ontimeout = null;
      request.abort();
    };
  };
}

/* What is older is asked for again before the next query; and for so long a query waits for that. */
var FRESH_MS = 60000;
var PATIENCE_MS = 3000;

/* An index; nothing is read before `find` or `prepare`. `read`: an address, or a function. */
function open(read) { return new Finder(typeof read === "string" ? reader(read) : read); }

/* What others hold: an index that follows the site. Each reading of the site is an `Index` of its own, so
   that a query goes on in the one in which it began. */
function Finder(read) {
  this.read = read;
  this.index = null;
  this.next = null;
  this.readAt = 0;
}

/* Calls `then` with the index: read anew if it is older than a minute or `isGone`, where that is possible;
   else the one from before. Gives a function that ends it. */
Finder.prototype.latest = function (isGone, then, failed) {
  var self = this;
  var old = this.index;
  var age = new Date().getTime() - this.readAt;
  if (old && !isGone && age >= 0 && age < FRESH_MS) { then(old); return function () {}; }
  var next = this.next = this.next || new Index(this.read);
  var job = new Job();
  var patience;
  function end(index) {
    clearTimeout(patience);
    next.cancel(job);
    if (self.next === next) { self.next = null; }
    if (!index) { failed(job.isStale); return; }
    if (self.index === old) { self.index = index; }
    self.readAt = new Date().getTime();
    then(index);
  }
  if (old) { patience = setTimeout(function () { end(old); }, PATIENCE_MS); }
  next.load(["manifest.json"], job, function () {
    var manifest = next.have("manifest.json");
    if (old && manifest && JSON.stringify(manifest) === JSON.stringify(old.manifest)) { end(old); return; }
    next.open(job, function () { end(next); }, function () { end(old); });
  });
  return function () { clearTimeout(patience); next.cancel(job); };
};

/* Reads what every query needs, so that the first one is quick. */
Finder.prototype.prepare = function () { this.latest(false, function () {}, function () {}); };

/* Calls `tell(found)` once or more, the last time with `found.isLast`; `fail()` where nothing can be
   searched. Gives a function that ends the query. */
Finder.prototype.find = function (text, tell, fail) {
  if (typeof text !== "string") { throw new TypeError("find needs a text"); }
  var self = this;
  var isOver = false;
  var stopReading = function () {};
  var stopAsking = function () {};
  /* A file that is gone: the site was built anew since its list was read. */
  function start(isAgain) {
    stopReading = self.latest(isAgain, function (index) { ask(index, isAgain); }, function (isGone) {
      if (isOver) { return; }
      if (isGone && !isAgain) { start(true); } else { calling(fail)(); }
    });
  }
  function ask(index, isAgain) {
    if (isOver) { return; }
    var job = new Job();
    stopAsking = function () { index.cancel(job); };
    search(text, index, job, function (found, isLast) {
      if (job.isOver) { return; }
      if (job.isStale && !isAgain) { stopAsking(); start(true); return; }
      found.isBlank = found.tier === NONE && !index.spelling.fold(text);
      told(found, isLast, job, tell);
    });
  }
  start(false);
  return function () { isOver = true; stopReading(); stopAsking(); };
};

function told(found, isLast, job, tell) {
  found.isLast = isLast;
  found.isPartial = job.isPartial;
  calling(tell)(found);
}

/* A fault of the caller's own is his to see, and disturbs nothing here. */
function calling(other) {
  return function (value) {
    try { other(value); } catch (fault) { setTimeout(function () { throw fault; }, 0); }
  };
}

/* The next ten records that have the words, after those of `found`, which has a `rest`. */
Finder.prototype.more = function (found, tell) {
  var job = new Job();
  found.rest.more(job, function (next) { told(next, true, job, tell); });
  return function () { found.rest.index.cancel(job); };
};

function search(text, index, job, tell) {
  var words = index.spelling.terms(text);
  var length = words.reduce(function (sum, word) {
    return sum + charactersOf(word.replace(/[0-9a-z]{1,3}/g, "a")).length;
  }, 0);
  if (!length || length > LONGEST_WORDS) { findMessage(text, index, job, tell); return; }
  findWords(words, index, job, function (having) {
    if (!having.hits.length) { findMessage(text, index, job, tell, LEAST); return; }
    tell(length < SENTENCE ? having : judged(text, words, having, index), true);
  });
}
