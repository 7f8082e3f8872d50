/* What only looks alike is never a sure answer, as in `guard.py`. */

var SHORT = 30;
var SHORT_MISS = 0.30;
var LONG_MISS = 0.60;
var BARE_MISS = 0.12;
var FIGURES = "零一二两三四五六七八九";
var VALUES = "01223456789";
var NUMBER = new RegExp("([0-9]+(?:\\.[0-9]+)?|[" + FIGURES + "十百千]+) ?("
  + "天|日|号|周|星期|月|年|小时|分钟|岁|元|万|亿|人|名|例|倍|%|度|级|毫升|毫克|克|公斤|斤|米|公里|升"
  + "|次|个|条|种|所|家)", "g");

/* 三 and 3 are the same; 十五 and 15 are. */
function valueOf(number) {
  if (number.charAt(0) >= "0" && number.charAt(0) <= "9") { return number; }
  var plain = number.split("").map(function (figure) {
    var at = FIGURES.indexOf(figure);
    return at < 0 ? figure : VALUES.charAt(at);
  }).join("");
  if (number.length <= 3 && number.indexOf("十") >= 0) {
    if (plain.charAt(0) === "十") { plain = "1" + plain; }
    plain = plain.split("十").join(plain.charAt(plain.length - 1) === "十" ? "0" : "");
  }
  return plain;
}

/* The numbers by unit in a text that still has its points. */
function numbersIn(light) {
  var found = Object.create(null);
  var met;
  NUMBER.lastIndex = 0;
  while ((met = NUMBER.exec(light))) {
    found[met[2]] = (found[met[2]] || []).concat(valueOf(met[1]));
  }
  return found;
}

function placesIn(text, places) {
  return places.filter(function (place) { return text.indexOf(place) >= 0; });
}

function agree(asked, known, isShort) {
  function isKnown(one) { return known.indexOf(one) >= 0; }
  if (isShort) { return asked.every(isKnown); }
  return !asked.length || !known.length || asked.some(isKnown);
}

/* Whether a message and a record, both lightened, name the same places and numbers. */
function isSame(message, record, places, isShort) {
  if (!agree(placesIn(message, places), placesIn(record, places), isShort)) { return false; }
  var asked = numbersIn(message);
  var known = numbersIn(record);
  var units = Object.keys(asked);
  if (isShort) {
    return units.every(function (unit) { return agree(asked[unit], known[unit] || [], true); });
  }
  units = units.filter(function (unit) { return known[unit]; });
  return !units.length || units.some(function (unit) { return agree(asked[unit], known[unit], false); });
}

/* Whether two neighbours of a message both stand nowhere in a record: a word that it lacks. */
function hasNewWord(characters, units) {
  return characters.map(function (character) {
    return units.every(function (unit) { return unit.text.indexOf(character) < 0; });
  }).some(function (isNew, at, all) { return isNew && all[at + 1]; });
}
