/* What only looks alike is never a sure answer, as in `guard.py`. */

var SHORT = 30;
var SHORT_MISS = 0.30;
var LONG_MISS = 0.60;
var BARE_MISS = 0.12;
var SENTENCES = 2;
var SENTENCE_LENGTH = 6;
var SENTENCE_SHARE = 0.02;
var DENIALS = 2;
var REPEATED = 3;
var FIGURES = "零一二两三四五六七八九";
var VALUES = "01223456789";
var NUMBER = new RegExp("([0-9]+(?:\\.[0-9]+)?|[" + FIGURES + "十百千]+) ?([万亿]?) ?("
  + "天|日|号|周|星期|月|年|小时|分钟|点|时|岁|元|块|人|名|例|倍|%|度|级|毫升|毫克|克|公斤|斤|吨|米|公里"
  + "|升|次|个|条|种|所|家|层|栋|楼|期|线|路)", "g");
var GROUPED = /([0-9]),(?=[0-9]{3})/g;
var NAMED = new RegExp("([一-龥]{2})大?("
  + "水库|水厂|化工厂|电厂|桥|隧道|机场|车站|地铁|医院|大学|中学|小学|学校|幼儿园|小区|公园|广场|商场"
  + "|超市|市场|水电站|核电站)", "g");
var POINTING = /[这那某各每本此该一两几的有和在到去从对把被给了个座条家所]/;
var REFUTED = /辟谣|不实|谣言|假消息|官方回应|官方澄清/;
var NOT = /没有|没|不会|不用|不是|不要|不|未|并非|无/g;
var GRAVE = new RegExp(
  "死|伤|塌|垮|炸|裂|溃|决堤|泄漏|泄露|中毒|有毒|火灾|着火|失火|地震|海啸|封城|封路|失踪|被拐|绑架|枪"
  + "|砍|持刀|疫情|确诊|辐射|坠|撞|暴动|戒严|战争|打仗", "g");
var FRAME = new RegExp("(?:紧急|重要|最新|内部)(?:通知|消息|提醒|扩散)|刚(?:刚)?(?:收到|接到)的?(?:通知|消息)"
  + "|(?:请|赶紧|赶快|快|速|速速|麻烦|务必|帮忙)*(?:大家|各位|你们)?(?:互相|广泛)?"
  + "(?:转发|转告|转给|扩散|分享|告诉|通知)(?:给|到|一下)?"
  + "(?:更多的?人|家里人|家人们?|亲友|亲戚朋友|亲朋好友|朋友们?|身边的?人|群里|各个?群|所有人|大家)?"
  + "|让(?:更多的?人|大家|所有人)?都?(?:知道|看到|了解)|千真万确|视频为证|不信(?:的话)?自己看", "g");
var ENDS = /[。!?;\n\r]+/;

/* Calls `tell` with each match of a global pattern. */
function eachMatch(pattern, text, tell) {
  var met;
  pattern.lastIndex = 0;
  while ((met = pattern.exec(text))) { tell(met); }
}

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
  eachMatch(NUMBER, light.replace(GROUPED, "$1"), function (met) {
    found[met[3]] = (found[met[3]] || []).concat(valueOf(met[1]) + met[2]);
  });
  return found;
}

/* The named things by their sort: 龙塘 of 水库. What only points (这座水库) names nothing. */
function namesIn(light) {
  var found = Object.create(null);
  eachMatch(NAMED, light, function (met) {
    if (!POINTING.test(met[1])) { found[met[2]] = (found[met[2]] || []).concat(met[1]); }
  });
  return found;
}

function placesIn(text, places) {
  return places.filter(function (place) { return text.indexOf(place) >= 0; });
}

function hasAll(known, asked) {
  return asked.every(function (one) { return known.indexOf(one) >= 0; });
}

function hasAny(known, asked) {
  return asked.some(function (one) { return known.indexOf(one) >= 0; });
}

/* Whether a message and a record, both lightened, name the same places, things and numbers. */
function isSame(message, record, places, isShort) {
  if (!hasAll(placesIn(record, places), placesIn(message, places))) { return false; }
  var asked = numbersIn(message);
  var known = numbersIn(record);
  if (isShort) {
    return Object.keys(asked).every(function (unit) { return hasAll(known[unit] || [], asked[unit]); });
  }
  var named = namesIn(message);
  var have = namesIn(record);
  return Object.keys(asked).every(function (unit) {
    return !known[unit] || hasAny(known[unit], asked[unit]);
  }) && Object.keys(named).every(function (sort) {
    return !have[sort] || hasAll(have[sort], named[sort]);
  });
}

/* Whether a message speaks of life and death in a word that the record does not have. */
function isGraver(message, record) {
  return (message.match(GRAVE) || []).some(function (word) { return record.indexOf(word) < 0; });
}

/* Whether a message says the same over and over. */
function isRepeated(pairs) {
  var seen = Object.create(null);
  pairs.forEach(function (pair) { seen[pair] = true; });
  return Object.keys(seen).length * REPEATED < pairs.length;
}

/* Of a folded text the pairs right behind a word of denial, or all others. */
function pairsSaid(folded, areDenied) {
  var ends = Object.create(null);
  var found = Object.create(null);
  eachMatch(NOT, folded, function (met) { ends[met.index + met[0].length] = true; });
  for (var at = 0; at + 1 < folded.length; at += 1) {
    if (!ends[at] === !areDenied) { found[folded.substr(at, 2)] = true; }
  }
  return found;
}

/* Whether a message refutes, or denies what folded forms say: then their verdict is not its. */
function isDenied(light, folded, forms) {
  if (REFUTED.test(light)) { return true; }
  var denied = pairsSaid(folded, true);
  var both = Object.create(null);
  forms.forEach(function (form) {
    var said = pairsSaid(form, false);
    Object.keys(denied).forEach(function (pair) { if (said[pair]) { both[pair] = true; } });
  });
  return Object.keys(both).length >= DENIALS;
}

/* A lightened message without what all chain letters say. */
function withoutFrame(light) { return light.replace(FRAME, ""); }

/* The first sentences of a lightened text that say something, folded, as lists of characters. */
function sentencesOf(light, spelling) {
  var found = [];
  light.split(ENDS).some(function (part) {
    var characters = charactersOf(spelling.fold(part));
    if (characters.length >= SENTENCE_LENGTH) { found.push(characters); }
    return found.length === SENTENCES;
  });
  return found;
}

/* Whether two neighbours of a message both stand nowhere in a record: a word that it lacks. */
function hasNewWord(characters, units) {
  return characters.map(function (character) {
    return units.every(function (unit) { return unit.text.indexOf(character) < 0; });
  }).some(function (isNew, at, all) { return isNew && all[at + 1]; });
}
