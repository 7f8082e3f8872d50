/* The page of the finder: asks as people type, at once for what they paste; what is asked stands
   behind the # of the address, so that the way back works and no server sees it. */

var MOST_ASKED = 2000;
/* So much of a text stands in the address, and so again in the field after the way back. */
var MOST_KEPT = 20000;
var TYPING_MS = 250;
var QUIET_MS = 250;
/* After the last key, before what was found is read aloud; and when it is told that it takes long. */
var SPEAK_MS = 750;
var LONG_MS = 4000;
/* How what is found is gone to: not while people type; into sight after a paste; and with the keyboard
   after Enter, and where an address asks. */
var STAY = 0;
var SEE = 1;
var REACH = 2;
var MARK = "asked";
var BLANK = "请输入要查的消息，或者输入几个字。";
var PARTLY = "有些数据没有取到，只查了最近发布的和已经取到的部分。";
/* Less room than this below the heading shows no answer. */
var ROOM_PX = 320;

function run() {
  var form = document.querySelector("[data-box]");
  var box = document.querySelector("[data-results]");
  if (!form || !box) { return; }
  if (!isAble()) {
    document.querySelector("[data-results-old]").hidden = false;
    return;
  }
  new Desk(form, box).start();
}

function isAble() {
  return Boolean(window.Uint8Array && window.Float64Array && window.history && history.pushState
    && window.XMLHttpRequest && "responseType" in new XMLHttpRequest());
}

function Desk(form, box) {
  function part(name) { return document.querySelector("[data-results-" + name + "]"); }
  this.form = form;
  this.field = form.querySelector("[data-box-field]");
  this.clear = form.querySelector("[data-box-clear]");
  this.box = box;
  this.heading = box.querySelector("h2");
  this.hits = part("hits");
  this.hint = part("hint");
  this.more = part("more");
  this.nothing = part("nothing");
  this.letter = this.nothing.querySelector("[data-letter]");
  this.advice = this.nothing.querySelector("p");
  this.advised = this.advice.textContent;
  this.said = part("said");
  this.busy = part("busy");
  this.trouble = part("trouble");
  this.drawer = new Drawer(part("parts"), box.getAttribute("data-results"));
  this.index = open(box.getAttribute("data-results") + "finder/");
  this.asked = null;
  this.goal = STAY;
  this.isSettled = true;
  this.stop = function () {};
}

/* What the address asks: behind the #, else behind the ?, from where it is moved at once. */
function askedOf(address) {
  var hash = address.split("#").slice(1).join("#");
  var query = address.split("#")[0].split("?").slice(1).join("?");
  function valueIn(pairs) {
    var found = pairs.split("&").filter(function (pair) { return pair.slice(0, 2) === "q="; });
    try { return decodeURIComponent((found[0] || "").slice(2).replace(/\+/g, " ")); } catch (broken) { return ""; }
  }
  return valueIn(hash) || valueIn(query);
}

function addressOf(text) {
  var pairs = location.search.slice(1).split("&").filter(function (pair) {
    return pair && pair.slice(0, 2) !== "q=";
  });
  var address = location.pathname + (pairs.length ? "?" + pairs.join("&") : "");
  return text ? address + "#q=" + encodeURIComponent(text) : address;
}

/* A text without what is around it, at most so long, without half characters: no address can hold one. */
function cut(text, most) {
  return text.trim().slice(0, most).replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, function (found) {
    return found.length > 1 ? found : "";
  });
}

/* What is asked of a text. */
function trimmed(text) { return cut(text, MOST_ASKED); }

function addressFor(text) { return addressOf(cut(text, MOST_KEPT)); }

Desk.prototype.start = function () {
  var self = this;
  var isComposing = false;
  var length = 0;
  var waiting;
  function ask(isSettled, goal) {
    clearTimeout(waiting);
    length = self.field.value.length;
    self.ask(self.field.value, isSettled, goal);
  }
  function typed() {
    var isPaste = self.field.value.length > length + 15;
    length = self.field.value.length;
    clearTimeout(waiting);
    clearTimeout(self.speaking);
    if (isComposing) { return; }
    if (isPaste) { ask(true, SEE); self.leave(); return; }
    waiting = setTimeout(ask, TYPING_MS, false, STAY);
  }
  this.field.addEventListener("compositionstart", function () { isComposing = true; });
  this.field.addEventListener("compositionend", function () { isComposing = false; typed(); });
  this.field.addEventListener("input", typed);
  this.field.addEventListener("paste", function () { setTimeout(ask, 0, true, SEE); self.leave(); });
  this.form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (!trimmed(self.field.value)) { self.field.focus(); }
    ask(true, REACH);
  });
  this.clear.addEventListener("click", function () { ask(true, STAY); });
  this.more.addEventListener("click", function () { self.showMore(); });
  this.trouble.querySelector("button").addEventListener("click", function () { self.search(REACH); });
  window.addEventListener("pagehide", function () { self.remember(); });
  window.addEventListener("popstate", function () { self.takeAddress(false); });
  window.addEventListener("hashchange", function () { self.takeAddress(false); });
  this.index.prepare();
  this.takeAddress(true);
};

/* On a phone the keyboard covers what is found. */
Desk.prototype.leave = function () {
  if (window.matchMedia && matchMedia("(pointer: coarse)").matches) { this.field.blur(); }
};

Desk.prototype.takeAddress = function (isFirst) {
  var text = askedOf(location.href);
  if (trimmed(text) === this.asked) { return; }
  if (isFirst && !text && trimmed(this.field.value)) { text = this.field.value; }
  this.field.value = text;
  this.clear.hidden = !text;
  this.asked = trimmed(text);
  this.isCut = text.trim().length > MOST_ASKED;
  this.isSettled = true;
  /* A step of the way back was marked when it was first taken. */
  this.memory = isFirst && history.state && history.state.shown ? history.state : null;
  var isFresh = !history.state || (isFirst && !this.memory);
  if (isFresh) { history.replaceState(MARK, "", addressFor(text)); }
  this.search(isFresh && text ? REACH : STAY);
};

/* `isSettled`: asked on purpose or at once, and so a step of the way back of its own. */
Desk.prototype.ask = function (text, isSettled, goal) {
  var asked = trimmed(text);
  this.isCut = text.trim().length > MOST_ASKED;
  this.memory = null;
  if (asked !== this.asked) {
    if (this.isSettled) {
      history.pushState(MARK, "", addressFor(text));
    } else {
      history.replaceState(MARK, "", addressFor(text));
    }
    this.asked = asked;
    this.isSettled = isSettled;
    this.search(goal);
  } else {
    if (this.isCut) { history.replaceState(MARK, "", addressFor(text)); }
    this.isSettled = this.isSettled || isSettled;
    if (this.found && this.found.isLast) { this.say(this.sentence, true); }
    this.goal = Math.max(this.goal, goal);
    if (this.found) { this.reach(); }
  }
  if (!asked && goal !== STAY) { this.say(BLANK, false); }
};

/* `goal`: how what is found is gone to. */
Desk.prototype.search = function (goal) {
  var self = this;
  this.stop();
  this.stir(false);
  this.trouble.hidden = true;
  this.found = null;
  this.goal = goal;
  if (!this.asked) { this.show(null); return; }
  this.say("", true);
  this.stir(true);
  this.stop = this.index.find(this.asked, function (found) {
    if (found.tier === NONE && !found.isLast) { return; }
    if (found.isBlank) {
      self.show(null);
      self.say(BLANK, false);
      return;
    }
    found.asked = self.asked;
    self.show(found);
  }, function () { self.fail(); });
};

/* That it is at work is seen soon and heard late. */
Desk.prototype.stir = function (isBusy) {
  var self = this;
  clearTimeout(this.quiet);
  clearTimeout(this.long);
  this.busy.hidden = true;
  this.box.classList[isBusy ? "add" : "remove"]("resp-results--busy");
  if (!isBusy) { return; }
  this.quiet = setTimeout(function () { self.busy.hidden = Boolean(self.found); }, QUIET_MS);
  this.long = setTimeout(function () { self.say("正在查……", true); }, LONG_MS);
};

Desk.prototype.fail = function () {
  var why = "现在查不了：没有取到数据。请检查网络后再试，也可以按下面的办法自己找。";
  this.show(null);
  this.say(why, true);
  this.tell(why);
  this.goal = Math.min(this.goal, SEE);
  this.reach();
};

/* Read aloud, once; after typing, when it has stopped. `isQuiet` where the page shows it otherwise. */
Desk.prototype.say = function (text, isQuiet) {
  var said = this.said;
  clearTimeout(this.speaking);
  function speak() {
    said.className = "resp-results__said" + (isQuiet ? " resp-results__said--quiet" : "");
    if (said.textContent !== text) { said.textContent = text; }
  }
  if (text && isQuiet && !this.isSettled) { this.speaking = setTimeout(speak, SPEAK_MS); } else { speak(); }
};

Desk.prototype.tell = function (why) {
  this.trouble.querySelector("span").textContent = why;
  this.trouble.hidden = false;
};

function sameAs(found, other) {
  return Boolean(other) && found.tier === other.tier && found.hits.length === other.hits.length
    && found.isPartial === other.isPartial && found.hits.every(function (hit, at) { return hit.record === other.hits[at].record; });
}

Desk.prototype.show = function (found) {
  this.stir(Boolean(found) && !found.isLast);
  this.busy.hidden = true;
  this.box.hidden = !found;
  var cut = this.isCut ? "只查了前" + MOST_ASKED + "个字。" : "";
  if (!found) { this.say("", true); this.hits.textContent = ""; return; }
  this.sentence = this.drawer.sentenceOf(found) + (found.isPartial ? PARTLY : "") + cut;
  if (found.isLast) { this.say(this.sentence, true); }
  var isSame = sameAs(found, this.found);
  this.found = found;
  this.heading.textContent = titleOf(found);
  this.hint.textContent = hintOf(found) + cut;
  if (!isSame) { this.draw(found); }
  if (found.isPartial) { this.tell(PARTLY); }
  this.reach();
  if (found.isLast && this.memory) { this.restore(this.memory, 0); }
};

/* Whoever comes back finds the rows that were shown, at the same place. */
Desk.prototype.remember = function () {
  if (!this.found) { return; }
  var memory = { shown: this.count(), top: window.pageYOffset };
  history.replaceState(memory, "", location.href);
  /* The browser's own try comes before the rows are there. */
  if ("scrollRestoration" in history) { history.scrollRestoration = "manual"; }
};

Desk.prototype.count = function () { return this.hits.querySelectorAll("article").length; };

Desk.prototype.restore = function (memory, before) {
  var self = this;
  var count = this.count();
  if (memory !== this.memory) { return; }
  if (count < memory.shown && count > before && !this.more.hidden) {
    this.showMore(function () { self.restore(memory, count); });
    return;
  }
  this.memory = null;
  /* At once: it is no way that anybody goes. */
  document.documentElement.style.scrollBehavior = "auto";
  window.scrollTo(0, memory.top);
  document.documentElement.style.scrollBehavior = "";
};

Desk.prototype.draw = function (found) {
  var isNothing = found.tier === NONE;
  this.hits.textContent = "";
  if (!isNothing) { this.hits.appendChild(this.drawer.all(found)); }
  this.nothing.hidden = !isNothing;
  this.more.hidden = isNothing || !(found.rest || found.hits.length > likely(found));
  this.more.textContent = moreOf(found);
  this.advice.textContent = found.isPartial ? "还没有查完，先不要当真。可以再试一次，也可以这样做：" : this.advised;
  if (isNothing && this.letter) {
    var text = "我收到一条消息，" + (found.isPartial ? "" : "没有查到官方回应，") + "请核实。消息内容是：" + trimmed(this.asked.slice(0, 500));
    this.letter.href = this.letter.getAttribute("data-letter").replace("{text}", encodeURIComponent(text));
  }
};

/* The rest of what was found; of words, ten more. Whoever reads by keyboard goes on at the first, unless
   `then` goes on. */
Desk.prototype.showMore = function (then) {
  var self = this;
  var rows = this.hits.querySelector(".resp-rows");
  var place = rows.children.length;
  function add(found, hits) {
    self.found = found;
    if (!place) { rows.parentNode.insertBefore(alsoTitle(), rows); }
    Array.prototype.slice.call(self.drawer.rows(hits, found).children).forEach(function (row) {
      rows.appendChild(row);
    });
    self.more.hidden = !found.rest;
    self.heading.textContent = titleOf(found);
    if (then) { then(); return; }
    if (rows.children[place]) { rows.children[place].querySelector("a").focus(); }
  }
  if (!this.found.words) {
    add(this.found, this.found.hits.slice(place + (this.found.tier === ANSWERED ? 1 : 0)));
    return;
  }
  this.stop();
  this.stop = this.index.more(this.found, function (found) {
    found.asked = self.asked;
    self.say(self.drawer.sentenceOf(found), true);
    add(found, found.hits.slice(place));
  });
};

/* Goes to what was found as it is the goal, once, and brings it into sight where it lies low. */
Desk.prototype.reach = function () {
  var goal = this.goal;
  this.goal = STAY;
  if (goal === STAY) { return; }
  if (goal === REACH) { this.heading.focus(); }
  var part = this.trouble.hidden ? this.box : this.trouble;
  var top = part.getBoundingClientRect().top;
  if (top < 0 || window.innerHeight - top < ROOM_PX) { part.scrollIntoView(); }
};

run();
