/* The page of the finder: asks as people type, at once for what they paste; what is asked stands
   behind the # of the address, so that the way back works and no server sees it. */

var TYPING_MS = 250;
/* How what is found is gone to: not while people type; into sight after a paste; and with the keyboard
   after Enter, and where an address asks. */
var STAY = 0;
var SEE = 1;
var REACH = 2;
var MARK = "asked";
var BLANK = "请输入要查的消息，或者输入几个字。";

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

run();
