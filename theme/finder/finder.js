/* What others use: `open(read)`, then `find(text, tell, fail)`. See docs/finder.md. */

/* Reads the index at `base`: the address of a site with `finder/` at its end. */
function reader(base) {
  return function (path, isBinary, done, failed) {
    var request = new XMLHttpRequest();
    request.open("GET", base + path);
    if (isBinary) { request.responseType = "arraybuffer"; }
    request.timeout = 20000;
    request.onload = function () {
      if (request.status !== 200) { failed(request.status); return; }
      done(isBinary ? new Uint8Array(request.response) : request.responseText);
    };
    request.onerror = request.ontimeout = function () { failed(0); };
    request.send();
    return function () { request.onload = request.onerror = null; request.abort(); };
  };
}

/* An index; nothing is read before `find` or `prepare`. `read`: an address, or a function. */
function open(read) { return new Index(typeof read === "string" ? reader(read) : read); }

/* Reads what every query needs, so that the first one is quick. */
Index.prototype.prepare = function () { this.open(new Job(), function () {}, function () {}); };

/* Calls `tell(found)` once or more, the last time with `found.isLast`; `fail()` where nothing can be
   searched. Gives a function that ends the query. */
Index.prototype.find = function (text, tell, fail) {
  var self = this;
  var current;
  function start(isAgain) {
    var job = current = new Job();
    self.open(job, function () {
      search(text, self, job, function (found, isLast) {
        if (job.isStale && !isAgain) { restart(job); return; }
        if (!job.isOver) { told(found, isLast, job, tell); }
      });
    }, function () {
      if (job.isStale && !isAgain) { restart(job); } else if (!job.isOver) { fail(); }
    });
  }
  /* The site was built anew since this page read the list of its files. */
  function restart(job) {
    self.cancel(job);
    self.forget();
    start(true);
  }
  start(false);
  return function () { self.cancel(current); };
};

function told(found, isLast, job, tell) {
  found.isLast = isLast;
  found.isPartial = job.isPartial;
  tell(found);
}

/* The next ten records that have the words, after those of `found`, which has a `rest`. */
Index.prototype.more = function (found, tell) {
  var self = this;
  var job = new Job();
  found.rest.more(job, function (next) { told(next, true, job, tell); });
  return function () { self.cancel(job); };
};

function search(text, index, job, tell) {
  var words = index.spelling.terms(text);
  var length = words.reduce(function (sum, word) {
    return sum + charactersOf(word.replace(/[0-9a-z]{1,3}/g, "a")).length;
  }, 0);
  if (!length || length > LONGEST_WORDS) { findMessage(text, index, job, tell); return; }
  findWords(words, index, job, function (having) {
    if (!having.hits.length) { findMessage(text, index, job, tell); return; }
    tell(length < SENTENCE ? having : judged(text, words, having, index), true);
  });
}
