/* The files of the index, each asked for once; those that only an abandoned query waits for are
   stopped. `read(path, isBinary, done, failed)` starts to read a file below `finder/`; it calls
   `done` with a string or an `Uint8Array`, else `failed` with the status of the answer, and may
   return a function that stops it. */

/* The status of what did not come in time: a query that met it asks for nothing more. */
var LATE = 408;

/* One query: what it waits for, whether something could not be had. */
function Job() {
  this.isOver = false;
  this.isPartial = false;
  this.isStale = false;
  this.isLate = false;
}

function Index(read) {
  this.read = read;
  this.files = Object.create(null);
  this.isOpen = false;
}

Index.prototype.have = function (path) {
  var file = this.files[path];
  return file && file.isDone ? file.value : null;
};

/* Calls `then` once every path was read or could not be; `job` knows which. */
Index.prototype.load = function (paths, job, then) {
  var self = this;
  var waited = paths.filter(function (path, at) {
    return paths.indexOf(path) === at && self.have(path) === null;
  });
  if (job.isLate) { then(); return; }
  var left = waited.length;
  function arrived() {
    left -= 1;
    if (!left && !job.isOver) { then(); }
  }
  if (!left) { then(); return; }
  waited.forEach(function (path) { self.ask(path, job, arrived); });
};

Index.prototype.ask = function (path, job, arrived) {
  var self = this;
  var file = this.files[path];
  if (file) { file.waiting.push({ job: job, arrived: arrived }); return; }
  file = this.files[path] = { waiting: [{ job: job, arrived: arrived }], isDone: false, value: null };
  function end(tell) {
    file.waiting.forEach(function (each) {
      if (tell) { tell(each.job); }
      each.arrived();
    });
  }
  function failed(status) {
    if (self.files[path] === file) { delete self.files[path]; }
    end(function (other) {
      other.isPartial = true;
      other.isStale = other.isStale || status === 404;
      other.isLate = other.isLate || status === LATE;
    });
  }
  file.stop = this.read(path, /\.bin$/.test(path), function (value) {
    try {
      file.value = checked(path, value);
    } catch (broken) { failed(0); return; }
    file.isDone = true;
    end();
  }, failed);
};

/* What a file of that path holds; an exception where it holds anything else. */
function checked(path, value) {
  if (/\.bin$/.test(path)) { return value; }
  if (/\.txt$/.test(path)) { return alike(value); }
  var found = JSON.parse(value);
  if (path === "manifest.json") { sure(found.segments.every(isSegment) && found.recent && found.variants && found.confidence); }
  if (/^recent-/.test(path)) { sure(found.every(isRecord)); }
  if (/\/prior\.json$/.test(path)) { sure(found.characters.every(isText) && found.pairs.every(isText)); }
  if (/\/d\/[^\/]*$/.test(path)) { sure(isRecord(found)); }
  return found;
}

function sure(isSo) { if (!isSo) { throw new TypeError("not a file of the index"); } }

function isText(value) { return typeof value === "string"; }

function isSegment(value) {
  return isText(value.folder) && value.documents >= 0 && value.shards > 0 && value.gone.indexOf;
}

function isRecord(value) {
  return isText(value.address) && isText(value.title) && isText(value.published)
    && (value.forms || []).every(isText);
}

/* The characters of other scripts and ours: two lines of one length. */
function alike(text) {
  var lines = text.split("\n");
  sure(lines[0] && lines[0].length === (lines[1] || "").length);
  return text;
}

/* Ends a query: files that no other query waits for are given up. */
Index.prototype.cancel = function (job) {
  job.isOver = true;
  Object.keys(this.files).forEach(function (path) {
    var file = this.files[path];
    if (file.isDone) { return; }
    file.waiting = file.waiting.filter(function (each) { return !each.job.isOver; });
    if (!file.waiting.length) {
      delete this.files[path];
      if (file.stop) { file.stop(); }
    }
  }, this);
};

/* Reads what every query needs. */
Index.prototype.open = function (job, then, failed) {
  var self = this;
  if (this.isOpen) { then(); return; }
  this.load(["manifest.json"], job, function () {
    var manifest = self.have("manifest.json");
    if (!manifest) { failed(); return; }
    var priors = manifest.segments.map(function (each) { return each.folder + "/prior.json"; });
    self.load([manifest.variants, manifest.recent].concat(priors), job, function () {
      if (job.isPartial) { failed(); return; }
      self.take(manifest, priors);
      then();
    });
  });
};

Index.prototype.take = function (manifest, priors) {
  if (this.isOpen) { return; }
  this.isOpen = true;
  this.manifest = manifest;
  this.segments = manifest.segments;
  this.spelling = new Spelling(this.have(manifest.variants));
  this.recent = this.have(manifest.recent);
  this.countRecent();
  this.records = this.segments.reduce(function (sum, each) {
    return sum + each.documents;
  }, this.recent.length);
  this.prior = new Prior(this.segments.map(function (each, at) {
    return { records: each.documents, prior: this.have(priors[at]) };
  }, this));
};

/* The folded body with the title, title, and forms of a record. */
Index.prototype.unitsOf = function (shown) {
  if (!shown.units) {
    var texts = [shown.title + "\n" + (shown.text || ""), shown.title].concat(shown.forms || []);
    shown.units = texts.map(function (text) { return new Unit(this.spelling.fold(text)); }, this);
  }
  return shown.units;
};

Index.prototype.shardPath = function (segment, gram) {
  return segment.folder + "/s/" + shardOf(gram, segment.shards) + ".bin";
};

Index.prototype.shardPaths = function (grams) {
  var found = [];
  grams.forEach(function (gram) {
    this.segments.forEach(function (segment) { found.push(this.shardPath(segment, gram)); }, this);
  }, this);
  return found;
};

/* What each segment says of a gram, once its shards are here. */
Index.prototype.lookUp = function (gram) {
  return this.segments.map(function (segment) {
    return entryOf(this.have(this.shardPath(segment, gram)) || [], printOf(gram));
  }, this);
};

/* A file with postings of a gram that stands in very many records; 0 has the newest. */
Index.prototype.longPath = function (segment, gram, chunk) {
  var number = shardOf(gram, segment.shards) + "-" + printOf(gram) + "-" + chunk;
  return segment.folder + "/l/" + number + ".bin";
};

/* In how many of the recent records each gram stands: counted once, before anything is asked. */
Index.prototype.countRecent = function () {
  var counts = this.inRecent = Object.create(null);
  this.recent.forEach(function (record) {
    var isMet = Object.create(null);
    this.unitsOf(record).forEach(function (unit) {
      gramsOf(charactersOf(unit.text)).order.forEach(function (gram) {
        if (!isMet[gram]) { counts[gram] = (counts[gram] || 0) + 1; }
        isMet[gram] = true;
      });
    });
  }, this);
};

/* How many of the recent records have a gram. */
Index.prototype.recently = function (gram) { return this.inRecent[gram] || 0; };

/* A place is the number of a segment and of a record in it; the recent ones come last. Null for a
   record that the next merge will drop. */
Index.prototype.documentPath = function (place) {
  var segment = this.segments[place.segment];
  if (!segment || segment.gone.indexOf(place.number) >= 0) { return null; }
  return segment.folder + "/d/" + place.number + ".json";
};

Index.prototype.loadDocuments = function (places, job, then) {
  var self = this;
  this.load(places.map(function (place) {
    return self.documentPath(place);
  }).filter(Boolean), job, function () {
    then(places.map(function (place) {
      var path = self.documentPath(place);
      return place.segment === self.segments.length ? self.recent[place.number] : path && self.have(path);
    }));
  });
};
