/*
 * What the driver is told, a line at a time:
 *
 *   line 0 name="Agent 201" guid=1 address=201 provider="Fake" [version=0x10004] [media=8] [exclusive] [particular]
 *   new 1 OFFERING origin=INBOUND id=7 caller=+31612345678 caller-name="J. Jansen"    LINE_APPNEWCALL and its state
 *   there 1 CONNECTED ...              a call that nobody is told of
 *   state 1 CONNECTED [detail=1] ...   LINE_CALLSTATE, after the rest of the line was taken over
 *   info 1 changed=0x8000 caller=...   LINE_CALLINFO
 *   gone 1                             the driver forgets the call and tells nobody
 *   reinit | close | remove 0 | create 0 ... | out-of-service | in-service
 *   fail lineOpen 0x80000001           the next time only
 *   padding 3000                       so much stands in front of the texts
 *   wait 500                           milliseconds, in a file only
 *   settle                             until all that was told has been taken in, in a file only
 *
 * In a file (FAKE_TAPI_SCRIPT, played when the line is opened) what stands above the line "opened" is done first.
 */
#include "fake.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NAMED(prefix, name) {#name, prefix##name}

static const struct {
    const char *name;
    DWORD value;
} STATES[] = {
    NAMED(LINECALLSTATE_, IDLE), NAMED(LINECALLSTATE_, OFFERING), NAMED(LINECALLSTATE_, ACCEPTED),
    NAMED(LINECALLSTATE_, DIALTONE), NAMED(LINECALLSTATE_, DIALING), NAMED(LINECALLSTATE_, RINGBACK),
    NAMED(LINECALLSTATE_, BUSY), NAMED(LINECALLSTATE_, CONNECTED), NAMED(LINECALLSTATE_, PROCEEDING),
    NAMED(LINECALLSTATE_, ONHOLD), NAMED(LINECALLSTATE_, CONFERENCED), NAMED(LINECALLSTATE_, ONHOLDPENDTRANSFER),
    NAMED(LINECALLSTATE_, DISCONNECTED), NAMED(LINECALLSTATE_, UNKNOWN),
}, ORIGINS[] = {
    NAMED(LINECALLORIGIN_, OUTBOUND), NAMED(LINECALLORIGIN_, INTERNAL), NAMED(LINECALLORIGIN_, EXTERNAL),
    NAMED(LINECALLORIGIN_, UNKNOWN), NAMED(LINECALLORIGIN_, INBOUND), NAMED(LINECALLORIGIN_, CONFERENCE),
};

static const char *const PARTY_NAMES[PARTIES] = {"caller", "called", "connected", "redirection", "redirecting"};

/* UTF-8 to UTF-16. */
static void widen(const char *text, WCHAR *into)
{
    int at = 0;
    for (const unsigned char *from = (const unsigned char *) text; *from && at < TEXT - 2;) {
        unsigned long letter = *from++;
        int more = letter >= 0xF0 ? 3 : letter >= 0xE0 ? 2 : letter >= 0xC0 ? 1 : 0;
        if (more) letter &= 0x3Fu >> more;
        while (more-- > 0 && *from) letter = letter << 6 | (*from++ & 0x3F);
        if (letter >= 0x10000) {
            into[at++] = (WCHAR) (0xD800 + ((letter - 0x10000) >> 10));
            letter = 0xDC00 + ((letter - 0x10000) & 0x3FF);
        }
        into[at++] = (WCHAR) letter;
    }
    into[at] = 0;
}

/* The next word, without its quotes; NULL at the end. */
static char *next_word(char **rest)
{
    char *from = *rest, *to, *word;
    int quoted = 0;
    while (*from == ' ') from++;
    if (!*from) return NULL;
    word = to = from;
    for (; *from && (quoted || *from != ' '); from++) {
        if (*from == '"') quoted = !quoted;
        else *to++ = *from;
    }
    *rest = *from ? from + 1 : from;
    *to = 0;
    return word;
}

static DWORD number(const char *text)
{
    return (DWORD) strtoul(text, NULL, 0);
}

#define LOOK_UP(table, text) \
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) if (!strcmp(table[i].name, text)) return table[i].value; \
    return number(text)

static DWORD state(const char *text)
{
    LOOK_UP(STATES, text);
}

static DWORD origin(const char *text)
{
    LOOK_UP(ORIGINS, text);
}

static void party_word(struct call *call, const char *name, const char *value)
{
    for (int i = 0; i < PARTIES; i++) {
        size_t length = strlen(PARTY_NAMES[i]);
        if (strncmp(name, PARTY_NAMES[i], length) != 0) continue;
        struct party *party = &call->parties[i];
        if (!strcmp(name + length, "-name")) {
            widen(value, party->name);
            party->flags |= LINECALLPARTYID_NAME;
        } else if (!strcmp(name + length, "-flags")) {
            party->flags = number(value);
        } else if (!name[length]) {
            widen(value, party->number);
            party->flags = LINECALLPARTYID_ADDRESS;
        }
    }
}

static void call_words(struct call *call, char *rest, DWORD *changed)
{
    for (char *word; (word = next_word(&rest));) {
        char *value = strchr(word, '=');
        if (!value) continue;
        *value++ = 0;
        if (!strcmp(word, "id")) call->id = number(value);
        else if (!strcmp(word, "related")) call->related = number(value);
        else if (!strcmp(word, "origin")) call->origin = origin(value);
        else if (!strcmp(word, "reason")) call->reason = number(value);
        else if (!strcmp(word, "detail")) call->mode = number(value);
        else if (!strcmp(word, "changed")) *changed = number(value);
        else party_word(call, word, value);
    }
}

static void line_words(struct line *line, char *rest)
{
    memset(line, 0, sizeof *line);
    line->there = line->service = 1;
    line->version = 0x00020002;
    line->media = LINEMEDIAMODE_INTERACTIVEVOICE;
    for (char *word; (word = next_word(&rest));) {
        char *value = strchr(word, '=');
        if (!strcmp(word, "exclusive")) line->exclusive = 1;
        if (!strcmp(word, "particular")) line->exclusive = 2;
        if (!strcmp(word, "serviceless")) line->serviceless = 1;
        if (!value) continue;
        *value++ = 0;
        if (!strcmp(word, "name")) widen(value, line->name);
        else if (!strcmp(word, "provider")) widen(value, line->provider);
        else if (!strcmp(word, "address")) widen(value, line->address);
        else if (!strcmp(word, "version")) line->version = number(value);
        else if (!strcmp(word, "media")) line->media = number(value);
        else if (!strcmp(word, "guid")) {
            line->guid.Data1 = 0x0A1B2C3D;
            line->guid.Data2 = 0x4E5F;
            line->guid.Data4[7] = (unsigned char) number(value);
        }
    }
}

static struct call *call_number(DWORD which)
{
    struct call *call = &fake.calls[which % CALLS];
    if (!call->used) {
        memset(call, 0, sizeof *call);
        call->used = 1;
        call->line = fake.opened;
        call->handle = 0x10000 + which;
        call->reason = LINECALLREASON_DIRECT;
        call->origin = LINECALLORIGIN_UNKNOWN;
    }
    return call;
}

static void of_call(const char *verb, char *rest)
{
    char *which = next_word(&rest);
    struct call *call = call_number(number(which ? which : "0"));
    DWORD changed = 0;
    if (!strcmp(verb, "gone")) {
        call->gone = 1;
        if (!call->held) call->used = 0;
        return;
    }
    if (strcmp(verb, "info") != 0) {
        char *now = next_word(&rest);
        call->state = state(now ? now : "UNKNOWN");
    }
    call_words(call, rest, &changed);
    if (!strcmp(verb, "info")) tell(call->handle, LINE_CALLINFO, changed, 0, 0);
    if (!strcmp(verb, "new")) {
        call->held = 1;
        tell(0x6000 + fake.opened, LINE_APPNEWCALL, 0, call->handle, LINECALLPRIVILEGE_MONITOR);
    }
    if (!strcmp(verb, "new") || !strcmp(verb, "state")) {
        tell(call->handle, LINE_CALLSTATE, call->state, call->mode, 0);
    }
}

static int of_line(const char *verb, char *rest)
{
    DWORD open = 0x6000 + fake.opened;
    if (!strcmp(verb, "reinit")) tell(0, LINE_LINEDEVSTATE, LINEDEVSTATE_REINIT, 0, 0);
    else if (!strcmp(verb, "close")) tell(open, LINE_CLOSE, 0, 0, 0);
    else if (!strcmp(verb, "out-of-service")) tell(open, LINE_LINEDEVSTATE, LINEDEVSTATE_OUTOFSERVICE, 0, 0);
    else if (!strcmp(verb, "in-service")) tell(open, LINE_LINEDEVSTATE, LINEDEVSTATE_INSERVICE, 0, 0);
    else {
        char *which = next_word(&rest);
        DWORD device = number(which ? which : "0") % LINES;
        if (!strcmp(verb, "remove")) {
            fake.lines[device].there = 0;
            tell(0, LINE_REMOVE, device, 0, 0);
            return 0;
        }
        if (strcmp(verb, "line") != 0 && strcmp(verb, "create") != 0) return 1;
        line_words(&fake.lines[device], rest);
        if (!strcmp(verb, "create")) tell(0, LINE_CREATE, device, 0, 0);
        return 0;
    }
    if (verb[0] == 'o') fake.lines[fake.opened].service = 0;
    if (verb[0] == 'i') fake.lines[fake.opened].service = 1;
    return 0;
}

/* Zero when it was understood. */
EXPORT int fake_do(const char *line)
{
    char copy[512], *rest = copy, *verb;
    int unknown = 0;
    snprintf(copy, sizeof copy, "%s", line);
    copy[strcspn(copy, "\r\n")] = 0;
    verb = next_word(&rest);
    if (!verb || verb[0] == '#') return 0;
    lock();
    if (!strcmp(verb, "new") || !strcmp(verb, "there") || !strcmp(verb, "state") || !strcmp(verb, "info")
        || !strcmp(verb, "gone")) of_call(verb, rest);
    else if (!strcmp(verb, "fail")) {
        char *function = next_word(&rest), *code = next_word(&rest);
        snprintf(fake.failing, sizeof fake.failing, "%s", function ? function : "");
        fake.failure = (LONG) number(code ? code : "0");
    } else if (!strcmp(verb, "padding")) fake.padding = (int) number(next_word(&rest));
    else unknown = of_line(verb, rest);
    unlock();
    return unknown;
}
