"use strict";

// Everything received is untrusted text: it reaches the page by textContent and in no other way.

const list = document.getElementById("conversations");
const opened = document.getElementById("opened-list");
const strays = document.getElementById("stray-list");
const cards = new Map();
let most = 500;

const STATES = {
  IN_CALL: () => "In call",
  ENDED: () => "Ended",
  TRANSFERRED: c => "Transferred to " + c.transferredTo,
  NOT_ACCEPTED: () => "Not accepted"
};
const STEPS = {
  Answered: e => "Answered at " + e.extension,
  Transfer: e => "Transferred to " + e.extension,
  Disconnected: () => "Ended"
};

const ANSWERS = {
  0: "No answer", 201: "201 accepted", 400: "400 malformed", 401: "401 wrong key", 406: "406 not acceptable",
  429: "429 too many", 500: "500 fault", 503: "503 unavailable"
};

function answerOf(e) {
  return ANSWERS[e.status] || String(e.status);
}

function fromTemplate(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}

function put(root, selector, text) {
  root.querySelector(selector).textContent = text;
}

function clock(at) {
  return at ? new Date(at).toLocaleTimeString("en-GB") : "";
}

function lasted(from, to) {
  const seconds = Math.max(0, Math.round((to - from) / 1000));
  const two = n => String(n).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const rest = two(Math.floor(seconds / 60) % 60) + ":" + two(seconds % 60);
  return hours ? hours + ":" + rest : rest;
}

function initials(name) {
  const words = name.split(/\s+/).filter(w => /^\p{L}/u.test(w));
  const ends = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return ends.map(w => [...w][0].toUpperCase()).join("");
}

function showFacts(card, c) {
  const facts = [
    ["Direction", c.direction],
    ["Extension", c.extension],
    ["Customer dialled", c.referrer],
    [c.filterField, c.filterValue],
    ["Call", c.id]
  ].filter(([name, value]) => name && value);
  card.querySelector(".facts").replaceChildren(...facts.map(([name, value]) => {
    const fact = fromTemplate("fact");
    put(fact, "dt", name);
    put(fact, "dd", value);
    return fact;
  }));
}

function stepOf(e) {
  const step = fromTemplate("step");
  const good = e.status === 201;
  const name = (STEPS[e.type] || (() => e.type || "Unreadable"))(e);
  step.dataset.good = good ? "yes" : "no";
  put(step, ".what", good ? name : (e.type || "Event") + ": " + answerOf(e));
  put(step, ".odd", (e.remarks || []).join(" · "));
  put(step, "time", clock(e.at));
  return step;
}

function eventOf(e) {
  const event = fromTemplate("event");
  event.dataset.good = e.status === 201 ? "yes" : "no";
  put(event, ".status", answerOf(e));
  put(event, ".type", e.type);
  put(event, ".words", e.words);
  put(event, ".remarks", (e.remarks || []).join(" · "));
  put(event, "time", clock(e.at));
  put(event, "pre", pretty(e.body));
  return event;
}

function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch (unreadable) {
    return body;
  }
}

function tellTime(card) {
  const c = card.conversation;
  const from = Date.parse(c.answeredAt);
  const to = c.endedAt ? Date.parse(c.endedAt) : Date.now();
  put(card, ".talk", c.answeredAt ? lasted(from, to) : "");
}

function show(c, isNews) {
  let card = cards.get(c.id);
  if (!card) {
    card = fromTemplate("conversation");
    cards.set(c.id, card);
    list.prepend(card);
    forgetOldest();
  }
  card.conversation = c;
  card.dataset.state = c.state;
  const state = STATES[c.state](c);
  put(card, ".face", initials(c.name)); // Nothing in it shows a telephone.
  put(card, ".title", c.name || c.number || "No number");
  put(card, ".subtitle", c.name ? c.number : "");
  put(card, ".state", state);
  showFacts(card, c);
  card.querySelector(".steps").replaceChildren(...c.events.map(stepOf));
  card.querySelector(".events").replaceChildren(...c.events.map(eventOf));
  tellTime(card);
  if (isNews) put(document, "#news", (c.name || c.number || "Conversation") + ": " + state);
}

function forgetOldest() {
  while (cards.size > most) {
    const [id, card] = cards.entries().next().value;
    card.remove();
    cards.delete(id);
  }
}

function count() {
  const states = [...cards.values()].map(card => card.conversation.state);
  const live = states.filter(state => state === "IN_CALL").length;
  const over = states.filter(state => state === "ENDED" || state === "TRANSFERRED").length;
  put(document, "#count-all", states.length);
  put(document, "#count-live", live);
  put(document, "#count-ended", over);
  document.title = (live ? "(" + live + ") " : "") + "Agent Inbox sandbox";
  document.getElementById("empty").hidden = cards.size > 0 || opened.childElementCount > 0;
  document.getElementById("opened").hidden = opened.childElementCount === 0;
  document.getElementById("strays").hidden = strays.childElementCount === 0;
}

function showStray(e) {
  strays.prepend(eventOf(e));
  while (strays.childElementCount > 20) strays.lastElementChild.remove();
}

function showOpened(s, isNews) {
  const opening = fromTemplate("opening");
  const customer = [s.name, s.number, s.email, s.identifier].filter(part => part).join(" · ");
  opening.dataset.good = s.status === 201 ? "yes" : "no";
  put(opening, ".status", answerOf(s));
  put(opening, ".type", s.agent ? "for " + s.agent : "");
  put(opening, ".words", s.words);
  put(opening, "time", clock(s.at));
  put(opening, ".customer", customer);
  opened.prepend(opening);
  while (opened.childElementCount > 50) opened.lastElementChild.remove();
  if (isNews) put(document, "#news", "Opened without a call: " + (customer || answerOf(s)));
}

function showAll(state) {
  const seen = new Set(state.conversations.map(c => c.id));
  most = state.most;
  cards.forEach((card, id) => {
    if (seen.has(id)) return;
    card.remove();
    cards.delete(id);
  });
  opened.replaceChildren();
  strays.replaceChildren();
  state.conversations.forEach(c => show(c, false));
  state.shown.forEach(s => showOpened(s, false));
  state.strays.forEach(showStray);
}

function line(how, words) {
  document.getElementById("line").dataset.line = how;
  put(document, "#line-text", words);
}

function listen() {
  const live = new EventSource("/live");
  const on = (kind, take) => live.addEventListener(kind, message => {
    take(JSON.parse(message.data));
    count();
  });
  live.onopen = () => line("live", "Live");
  live.onerror = () => {
    line("lost", "Reconnecting");
    if (live.readyState === EventSource.CLOSED) setTimeout(listen, 2000); // Refused once; the browser gave up.
  };
  on("state", showAll);
  on("conversation", c => show(c, true));
  on("shown", s => showOpened(s, true));
  on("stray", showStray);
}

setInterval(() => cards.forEach(card => {
  if (card.conversation.state === "IN_CALL") tellTime(card);
}), 1000);
listen();
