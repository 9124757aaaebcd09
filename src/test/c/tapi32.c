/*
 * The functions of tapi32.dll that Deskbell uses, with the prototypes of tapi.h, strict about what they are given: one
 * thread, an exact structure, no more than a monitor's rights, every handle given back once.
 */
#include "fake.h"
#include <stdio.h>
#include <string.h>

struct fake fake;

enum { APP = 0x5001, LINE = 0x6000 };

static LONG leave(LONG code)
{
    unlock();
    return code;
}

/* What every function begins with; fails once when it was told to. */
static LONG enter(const char *function)
{
    lock();
    if (fake.owner == 0) fake.owner = this_thread();
    if (fake.owner != this_thread()) complain("called by a second thread");
    if (strcmp(fake.failing, function) != 0) return 0;
    fake.failing[0] = 0;
    if (!fake.apps) fake.owner = 0;
    return fake.failure;
}

#define ENTER(function) \
    do { \
        LONG failure = enter(function); \
        if (failure) return leave(failure); \
    } while (0)

struct variable {
    BYTE *base;
    DWORD total, needed, used;
};

/* The fixed part is there already; the filler in front makes the room that is asked for first too small. */
static struct variable begin_variable(void *base, DWORD total, DWORD fixed)
{
    struct variable out = {base, total, fixed + (DWORD) fake.padding, fixed + (DWORD) fake.padding};
    if (out.used > total) out.used = fixed;
    return out;
}

static void put(struct variable *out, const WCHAR *text, DWORD *size, DWORD *offset)
{
    DWORD letters = 0;
    while (text[letters]) letters++;
    *size = *offset = 0;
    if (!letters) return;
    DWORD bytes = (letters + 1) * sizeof(WCHAR);
    out->needed += bytes;
    if (out->needed > out->total) return;
    memcpy(out->base + out->used, text, bytes);
    *size = bytes;
    *offset = out->used;
    out->used += bytes;
}

#define BEGIN(type, given, out, fixed) \
    do { \
        if ((given)->dwTotalSize < (fixed)) { \
            (given)->dwNeededSize = (fixed); \
            return leave(LINEERR_STRUCTURETOOSMALL); \
        } \
        DWORD room = (given)->dwTotalSize; \
        memset(given, 0, fixed); \
        (given)->dwTotalSize = room; \
        out = begin_variable(given, room, fixed); \
    } while (0)

#define END(given, out) \
    do { \
        (given)->dwNeededSize = (out).needed; \
        (given)->dwUsedSize = (out).used; \
    } while (0)

static struct line *line_of(DWORD device)
{
    return device < LINES && fake.lines[device].there ? &fake.lines[device] : NULL;
}

EXPORT LONG WINAPI lineInitializeExW(LPHLINEAPP app, HINSTANCE instance, LINECALLBACK callback, LPCWSTR name,
                                     LPDWORD lines, LPDWORD version, LPLINEINITIALIZEEXPARAMS parameters)
{
    play_head();
    ENTER("lineInitializeEx");
    (void) instance;
    if (!app || !lines || !version || !parameters || callback || !name || name[0] != 'D') return leave(LINEERR_INVALPARAM);
    if (parameters->dwTotalSize < sizeof *parameters) return leave(LINEERR_STRUCTURETOOSMALL);
    if (parameters->dwOptions != LINEINITIALIZEEXOPTION_USEEVENT) return leave(LINEERR_INVALPARAM);
    if (*version != 0x00020002) return leave(LINEERR_INCOMPATIBLEAPIVERSION);
    if (fake.apps++) complain("initialized twice");
    *app = APP;
    *version = 0x00030001;
    *lines = 0;
    for (DWORD i = 0; i < LINES; i++) if (fake.lines[i].there) *lines = i + 1;
    wake(-1);
    parameters->dwNeededSize = parameters->dwUsedSize = sizeof *parameters;
    parameters->Handles.hEvent = fake.event;
    return leave(0);
}

EXPORT LONG WINAPI lineShutdown(HLINEAPP app)
{
    ENTER("lineShutdown");
    if (app != APP || !fake.apps) return leave(LINEERR_INVALAPPHANDLE);
    fake.apps--;
    fake.owner = 0;
    fake.count = 0;
    wake(0);
    for (DWORD i = 0; i < LINES; i++) {
        if (fake.lines[i].open) complain("shut down with a line open");
        fake.lines[i].open = 0;
    }
    for (DWORD i = 0; i < CALLS; i++) fake.calls[i].held = 0;
    report();
    return leave(0);
}

EXPORT LONG WINAPI lineNegotiateAPIVersion(HLINEAPP app, DWORD device, DWORD low, DWORD high, LPDWORD version,
                                           LPLINEEXTENSIONID extension)
{
    ENTER("lineNegotiateAPIVersion");
    struct line *line = line_of(device);
    if (app != APP) return leave(LINEERR_INVALAPPHANDLE);
    if (!line) return leave(LINEERR_BADDEVICEID);
    if (low > line->version || high < 0x00010004) return leave(LINEERR_INCOMPATIBLEAPIVERSION);
    memset(extension, 0, sizeof *extension);
    *version = line->version < high ? line->version : high;
    return leave(0);
}

EXPORT LONG WINAPI lineGetDevCapsW(HLINEAPP app, DWORD device, DWORD version, DWORD extension, LPLINEDEVCAPS caps)
{
    ENTER("lineGetDevCaps");
    struct line *line = line_of(device);
    if (app != APP || extension) return leave(LINEERR_INVALAPPHANDLE);
    if (!line) return leave(LINEERR_BADDEVICEID);
    /* An old driver's structure ends before the GUID, and its texts begin there. */
    DWORD fixed = version >= 0x00020002 ? sizeof *caps : offsetof(LINEDEVCAPS, PermanentLineGuid);
    struct variable out;
    BEGIN(LINEDEVCAPS, caps, out, fixed);
    caps->dwStringFormat = STRINGFORMAT_UNICODE;
    caps->dwNumAddresses = 1;
    caps->dwMediaModes = line->media;
    caps->dwMaxNumActiveCalls = 1;
    if (version >= 0x00020002) caps->PermanentLineGuid = line->guid;
    put(&out, line->provider, &caps->dwProviderInfoSize, &caps->dwProviderInfoOffset);
    put(&out, line->name, &caps->dwLineNameSize, &caps->dwLineNameOffset);
    END(caps, out);
    return leave(0);
}

EXPORT LONG WINAPI lineGetAddressCapsW(HLINEAPP app, DWORD device, DWORD address, DWORD version, DWORD extension,
                                       LPLINEADDRESSCAPS caps)
{
    ENTER("lineGetAddressCaps");
    struct line *line = line_of(device);
    (void) version;
    if (app != APP || !line || address || extension) return leave(LINEERR_BADDEVICEID);
    struct variable out;
    BEGIN(LINEADDRESSCAPS, caps, out, sizeof *caps);
    put(&out, line->address, &caps->dwAddressSize, &caps->dwAddressOffset);
    END(caps, out);
    return leave(0);
}

EXPORT LONG WINAPI lineOpenW(HLINEAPP app, DWORD device, LPHLINE opened, DWORD version, DWORD extension,
                             DWORD_PTR instance, DWORD privileges, DWORD media, LPLINECALLPARAMS const parameters)
{
    ENTER("lineOpen");
    struct line *line = line_of(device);
    if (app != APP || !line || extension || instance || parameters) return leave(LINEERR_BADDEVICEID);
    if (version > line->version || version > 0x00020002) return leave(LINEERR_INCOMPATIBLEAPIVERSION);
    if (privileges != LINECALLPRIVILEGE_MONITOR) complain("more than a monitor's rights");
    if (line->exclusive == 1) return leave(LINEERR_ALLOCATED);
    if (line->exclusive == 2 && media != LINEMEDIAMODE_INTERACTIVEVOICE) return leave(LINEERR_INVALMEDIAMODE);
    line->open = 1;
    fake.opened = device;
    *opened = LINE + device;
    leave(0);
    play_script();
    return 0;
}

EXPORT LONG WINAPI lineClose(HLINE handle)
{
    ENTER("lineClose");
    if (handle - LINE >= LINES || !fake.lines[handle - LINE].open) complain("closed a line that is not open");
    else fake.lines[handle - LINE].open = 0;
    for (DWORD i = 0; i < CALLS; i++) if (fake.calls[i].held) complain("closed the line with a call's handle kept");
    return leave(0);
}

EXPORT LONG WINAPI lineSetStatusMessages(HLINE handle, DWORD line_states, DWORD address_states)
{
    ENTER("lineSetStatusMessages");
    if (handle != LINE + fake.opened || address_states) return leave(LINEERR_INVALPARAM);
    if (!(line_states & LINEDEVSTATE_REINIT)) complain("REINIT is not asked for");
    return leave(0);
}

EXPORT LONG WINAPI lineGetLineDevStatusW(HLINE handle, LPLINEDEVSTATUS status)
{
    ENTER("lineGetLineDevStatus");
    if (handle != LINE + fake.opened) return leave(LINEERR_INVALLINEHANDLE);
    struct variable out;
    BEGIN(LINEDEVSTATUS, status, out, sizeof *status);
    struct line *line = &fake.lines[fake.opened];
    status->dwDevStatusFlags = line->service && !line->serviceless ? LINEDEVSTATUSFLAGS_INSERVICE : 0;
    END(status, out);
    return leave(0);
}

EXPORT LONG WINAPI lineGetNewCalls(HLINE handle, DWORD address, DWORD select, LPLINECALLLIST list)
{
    ENTER("lineGetNewCalls");
    if (handle != LINE + fake.opened || address) return leave(LINEERR_INVALLINEHANDLE);
    if (select != LINECALLSELECT_LINE) return leave(LINEERR_INVALCALLSELECT);
    struct variable out;
    BEGIN(LINECALLLIST, list, out, sizeof *list);
    DWORD found = 0;
    for (DWORD i = 0; i < CALLS; i++) found += fake.calls[i].used && !fake.calls[i].held && !fake.calls[i].gone;
    out.needed += found * sizeof(HCALL);
    if (out.needed <= out.total) {
        list->dwCallsOffset = out.used;
        for (DWORD i = 0; i < CALLS; i++) {
            struct call *call = &fake.calls[i];
            if (!call->used || call->held || call->gone) continue;
            call->held = 1;
            memcpy(out.base + out.used, &call->handle, sizeof(HCALL));
            out.used += sizeof(HCALL);
        }
        list->dwCallsNumEntries = found;
        list->dwCallsSize = found * sizeof(HCALL);
    }
    END(list, out);
    return leave(0);
}

EXPORT LONG WINAPI lineGetMessage(HLINEAPP app, LPLINEMESSAGE message, DWORD milliseconds)
{
    ENTER("lineGetMessage");
    if (app != APP) return leave(LINEERR_INVALAPPHANDLE);
    if (milliseconds) complain("waits in lineGetMessage");
    if (!fake.count) {
        fake.settled = 1;
        wake(0);
        return leave(LINEERR_OPERATIONFAILED);
    }
    *message = fake.messages[fake.first];
    fake.first = (fake.first + 1) % MESSAGES;
    fake.count--;
    return leave(0);
}

EXPORT LONG WINAPI lineGetCallInfoW(HCALL handle, LPLINECALLINFO info)
{
    ENTER("lineGetCallInfo");
    struct call *call = call_of(handle);
    if (!call || !call->held || call->gone) return leave(LINEERR_INVALCALLHANDLE);
    struct variable out;
    BEGIN(LINECALLINFO, info, out, sizeof *info);
    info->hLine = LINE + call->line;
    info->dwLineDeviceID = call->line;
    info->dwMediaMode = LINEMEDIAMODE_INTERACTIVEVOICE;
    info->dwCallID = call->id;
    info->dwRelatedCallID = call->related;
    info->dwCallStates = call->state;
    info->dwOrigin = call->origin;
    info->dwReason = call->reason;
    info->dwTrunk = 0xFFFFFFFF;
#define PARTY(which, field) \
    info->dw##field##Flags = call->parties[which].flags; \
    put(&out, call->parties[which].number, &info->dw##field##Size, &info->dw##field##Offset); \
    put(&out, call->parties[which].name, &info->dw##field##NameSize, &info->dw##field##NameOffset)
    PARTY(CALLER, CallerID);
    PARTY(CALLED, CalledID);
    PARTY(CONNECTED, ConnectedID);
    PARTY(REDIRECTION, RedirectionID);
    PARTY(REDIRECTING, RedirectingID);
    END(info, out);
    return leave(0);
}

EXPORT LONG WINAPI lineGetCallStatus(HCALL handle, LPLINECALLSTATUS status)
{
    ENTER("lineGetCallStatus");
    struct call *call = call_of(handle);
    if (!call || !call->held || call->gone) return leave(LINEERR_INVALCALLHANDLE);
    struct variable out;
    BEGIN(LINECALLSTATUS, status, out, sizeof *status);
    status->dwCallState = call->state;
    status->dwCallStateMode = call->mode;
    status->dwCallPrivilege = LINECALLPRIVILEGE_MONITOR;
    END(status, out);
    return leave(0);
}

EXPORT LONG WINAPI lineDeallocateCall(HCALL handle)
{
    ENTER("lineDeallocateCall");
    struct call *call = call_of(handle);
    if (!call || !call->held) {
        complain("gave a handle back that it does not have");
        return leave(LINEERR_INVALCALLHANDLE);
    }
    call->held = 0;
    if (call->state == LINECALLSTATE_IDLE || call->gone) memset(call, 0, sizeof *call);
    return leave(0);
}
