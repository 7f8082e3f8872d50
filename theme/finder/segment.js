/* The files of a segment and how they are read, as in `segment.py`. */

var SLOTS = 4;

/* A place in bytes, for numbers of seven bits a byte, low ones first. */
function Cursor(bytes) {
  this.bytes = bytes;
  this.at = 0;
}

Cursor.prototype.read = function () {
  var number = 0;
  var scale = 1;
  for (;;) {
    var byte = this.bytes[this.at];
    this.at += 1;
    if (!(byte & 128)) { return number + byte * scale; }
    number += (byte & 127) * scale;
    scale *= 128;
  }
};

/* What a shard says of one gram: in how many records, and its postings or how many files have them. */
function entryOf(shard, print) {
  var cursor = new Cursor(shard);
  while (cursor.at < shard.length) {
    var found = (shard[cursor.at] << 16) | (shard[cursor.at + 1] << 8) | shard[cursor.at + 2];
    cursor.at += 3;
    var count = cursor.read();
    var size = cursor.read();
    var chunks = size ? 0 : cursor.read();
    if (found === print) {
      return { count: count, parts: [shard.subarray(cursor.at, cursor.at + size)], chunks: chunks };
    }
    cursor.at += size;
  }
  return { count: 0, parts: [], chunks: 0 };
}

/* By number, the records of a segment that the next merge will drop. */
function goneOf(segment) {
  var isGone = Object.create(null);
  segment.gone.forEach(function (number) { isGone[number] = true; });
  return isGone;
}

/* Calls `meet(unit, level)` for each posting, in rising order. */
function eachPosting(bytes, meet) {
  var cursor = new Cursor(bytes);
  var unit = 0;
  while (cursor.at < bytes.length) {
    var step = cursor.read();
    unit += Math.floor(step / 8);
    meet(unit, step & 7);
  }
}
