/* Folding: the one spelling in which a text is indexed, asked for and compared, as `folding.py` has
   it. Words stay; width, case, accents, traditional characters, spaces, punctuation, emoji and
   addresses of the web go. Tables instead of regular expressions, as old engines know no classes
   of characters and no code points. */

var ADDRESS = /(?:https?:\/\/|www\.)[!-~]+/gi;
/* What Python takes for space between words. */
var SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;
/* From and to, after decomposition and in lower case. */
var DROPPED = [
  0, 0x2f, 0x3a, 0x60, 0x7b, 0xbf, 0xd7, 0xd7, 0xf7, 0xf7, 0x2b0, 0x36f, 0x483, 0x489, 0x591, 0x5c7,
  0x2000, 0x2e7f, 0x2ff0, 0x3004, 0x3006, 0x3006, 0x3008, 0x3020, 0x302a, 0x3030, 0x303d, 0x303f,
  0x3099, 0x309c, 0x30a0, 0x30a0, 0x30fb, 0x30fb, 0xd800, 0xf8ff, 0xfe00, 0xfe6f, 0xfeff, 0xffff
];
/* Code points that can be decomposed by themselves; runs of others may hold marks to be sorted. */
var ALONE = [
  0, 0x2ff, 0x370, 0x482, 0x1e00, 0x20cf, 0x2100, 0x2cee, 0x2e80, 0x3029, 0x3030, 0x3098, 0x309b, 0xa66e,
  0xac00, 0xfaff, 0xff00, 0xffff, 0x1d400, 0x10ffff
];

function isWithin(ranges, code) {
  for (var i = 0; i < ranges.length; i += 2) {
    if (code < ranges[i]) { return false; }
    if (code <= ranges[i + 1]) { return true; }
  }
  return false;
}

function isHigh(code) { return code >= 0xd800 && code < 0xdc00; }

function isLow(code) { return code >= 0xdc00 && code < 0xe000; }

function codeAt(text, at) {
  var code = text.charCodeAt(at);
  var next = isHigh(code) ? text.charCodeAt(at + 1) : 0;
  return isLow(next) ? (code - 0xd800) * 0x400 + next - 0xdc00 + 0x10000 : code;
}

/* Code points as numbers: a character beyond the first 65,536 is one, not two. */
function codesOf(text) {
  var codes = [];
  for (var at = 0; at < text.length; at += codes[codes.length - 1] > 0xffff ? 2 : 1) {
    codes.push(codeAt(text, at));
  }
  return codes;
}

/* Code points as strings. */
function charactersOf(text) {
  return codesOf(text).map(function (code) {
    return code < 0x10000 ? String.fromCharCode(code)
      : String.fromCharCode(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + (code & 0x3ff));
  });
}

function joined(units) {
  var parts = [];
  for (var at = 0; at < units.length; at += 4096) {
    parts.push(String.fromCharCode.apply(null, units.slice(at, at + 4096)));
  }
  return parts.join("");
}

function decomposed(text) {
  if (text.normalize) { return text.normalize("NFKD").toLowerCase(); }
  return text.replace(/[\uff01-\uff5e]/g, function (wide) {
    return String.fromCharCode(wide.charCodeAt(0) - 0xfee0);
  }).replace(/\u3000/g, " ").toLowerCase();
}

/* `variants`: traditional characters and, on a second line, the simplified ones. */
function Spelling(variants) {
  var lines = variants.split("\n");
  this.same = new Uint16Array(0x10000);
  this.isDropped = new Uint8Array(0x10000);
  this.known = Object.create(null);
  for (var code = 0; code < 0x10000; code += 1) { this.same[code] = code; }
  for (var i = 0; i < DROPPED.length; i += 2) {
    for (code = DROPPED[i]; code <= DROPPED[i + 1]; code += 1) { this.isDropped[code] = 1; }
  }
  for (var at = 0; at < lines[0].length; at += 1) {
    this.same[lines[0].charCodeAt(at)] = lines[1].charCodeAt(at);
  }
  this.same[0x3c2] = 0x3c3;
}

/* The folded text; with `keepsAll` only in one width, case and set of characters. `origin` is given
   two lists to fill: where in the text each unit of the result begins, and where it ends. */
Spelling.prototype.write = function (text, keepsAll, origin) {
  var units = [];
  var at = 0;
  var found;
  ADDRESS.lastIndex = 0;
  while ((found = ADDRESS.exec(text))) {
    this.copy(text, at, found.index, keepsAll, units, origin);
    at = found.index + found[0].length;
  }
  this.copy(text, at, text.length, keepsAll, units, origin);
  return joined(units);
};

Spelling.prototype.copy = function (text, start, end, keepsAll, units, origin) {
  for (var at = start, next; at < end; at = next) {
    var code = text.charCodeAt(at);
    next = at + 1;
    if (code < 128 || (code >= 0x3400 && code < 0xa000)) {
      code = code > 64 && code < 91 ? code + 32 : this.same[code];
      if (keepsAll || !this.isDropped[code]) { units.push(code); }
    } else {
      next = this.pieceEnd(text, at, end);
      this.put(this.decompose(text.slice(at, next)), keepsAll, units);
    }
    while (origin && origin[0].length < units.length) { origin[0].push(at); origin[1].push(next); }
  }
};

Spelling.prototype.pieceEnd = function (text, at, end) {
  var code = codeAt(text, at);
  var isAlone = isWithin(ALONE, code);
  do {
    at += code > 0xffff ? 2 : 1;
    code = at < end ? codeAt(text, at) : 0;
  } while (!isAlone && at < end && !isWithin(ALONE, code));
  return at;
};

Spelling.prototype.decompose = function (piece) {
  var found = this.known[piece];
  if (found === undefined) {
    found = decomposed(piece);
    if (piece.length < 3) { this.known[piece] = found; }
  }
  return found;
};

Spelling.prototype.put = function (piece, keepsAll, units) {
  for (var at = 0; at < piece.length; at += 1) {
    var code = piece.charCodeAt(at);
    if (isHigh(code) && isLow(piece.charCodeAt(at + 1))) {
      /* U+1F000–1FBFF are pictures, from U+E0000 on nothing is a letter. */
      if (keepsAll || !((code >= 0xd83c && code <= 0xd83e) || code >= 0xdb40)) {
        units.push(code, piece.charCodeAt(at + 1));
      }
      at += 1;
    } else if (keepsAll || !this.isDropped[this.same[code]]) {
      units.push(this.same[code]);
    }
  }
};

Spelling.prototype.fold = function (text) { return this.write(text, false); };

Spelling.prototype.lighten = function (text) { return this.write(text, true); };

/* The words of a query, folded: what stands between spaces. */
Spelling.prototype.terms = function (text) {
  var self = this;
  return text.replace(ADDRESS, " ").split(SPACE).map(function (piece) {
    return self.fold(piece);
  }).filter(Boolean);
};
