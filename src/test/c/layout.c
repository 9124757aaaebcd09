/*
 * What Windows' own header says of the places that TapiLayout.java names, and of the numbers in Tapi.java: compiled to
 * assembler text, never run, so that 32-bit layouts can be read where nothing of 32 bits runs. The names that come from
 * Tapi.java stand in a file that the test writes.
 */
#include <stddef.h>
#include <windows.h>
#include <tapi.h>

#define SAY(name, value) __asm__ volatile("\n-> " #name " %c0" : : "i"((long long) (value)))
#define OFFSET(name, type, field) SAY(name, offsetof(type, field))
#define NUMBER(name) __asm__ volatile("\n-> " #name " %c0" : : "i"((long long) (int) (name)))
#define HEAD(type) _Static_assert(offsetof(type, dwTotalSize) == 0 && offsetof(type, dwNeededSize) == 4 \
                                  && offsetof(type, dwUsedSize) == 8, #type)

HEAD(LINECALLINFO);
HEAD(LINECALLLIST);
HEAD(LINECALLSTATUS);
HEAD(LINEDEVCAPS);
HEAD(LINEDEVSTATUS);
HEAD(LINEADDRESSCAPS);
HEAD(LINEINITIALIZEEXPARAMS);

#define PARTY(field) _Static_assert( \
    offsetof(LINECALLINFO, dw##field##Size) - offsetof(LINECALLINFO, dw##field##Flags) == 4 \
    && offsetof(LINECALLINFO, dw##field##Offset) - offsetof(LINECALLINFO, dw##field##Flags) == 8 \
    && offsetof(LINECALLINFO, dw##field##NameSize) - offsetof(LINECALLINFO, dw##field##Flags) == 12 \
    && offsetof(LINECALLINFO, dw##field##NameOffset) - offsetof(LINECALLINFO, dw##field##Flags) == 16, #field)

PARTY(CallerID);
PARTY(CalledID);
PARTY(ConnectedID);
PARTY(RedirectionID);
PARTY(RedirectingID);

_Static_assert(sizeof(HLINEAPP) == 4 && sizeof(HLINE) == 4 && sizeof(HCALL) == 4, "handles");

void layout(void)
{
    OFFSET(TOTAL_SIZE, LINECALLINFO, dwTotalSize);
    OFFSET(NEEDED_SIZE, LINECALLINFO, dwNeededSize);
    OFFSET(USED_SIZE, LINECALLINFO, dwUsedSize);

    OFFSET(CALL_DEVICE, LINECALLINFO, dwLineDeviceID);
    OFFSET(CALL_ADDRESS, LINECALLINFO, dwAddressID);
    OFFSET(CALL_MEDIA, LINECALLINFO, dwMediaMode);
    OFFSET(CALL_ID, LINECALLINFO, dwCallID);
    OFFSET(CALL_RELATED_ID, LINECALLINFO, dwRelatedCallID);
    OFFSET(CALL_ORIGIN, LINECALLINFO, dwOrigin);
    OFFSET(CALL_REASON, LINECALLINFO, dwReason);
    OFFSET(CALL_TRUNK, LINECALLINFO, dwTrunk);
    OFFSET(CALL_CALLER, LINECALLINFO, dwCallerIDFlags);
    OFFSET(CALL_CALLED, LINECALLINFO, dwCalledIDFlags);
    OFFSET(CALL_CONNECTED, LINECALLINFO, dwConnectedIDFlags);
    OFFSET(CALL_REDIRECTION, LINECALLINFO, dwRedirectionIDFlags);
    OFFSET(CALL_REDIRECTING, LINECALLINFO, dwRedirectingIDFlags);
    SAY(PARTY_SIZE, offsetof(LINECALLINFO, dwCallerIDSize) - offsetof(LINECALLINFO, dwCallerIDFlags));
    SAY(PARTY_NAME_SIZE, offsetof(LINECALLINFO, dwCallerIDNameSize) - offsetof(LINECALLINFO, dwCallerIDFlags));

    OFFSET(STATUS_STATE, LINECALLSTATUS, dwCallState);
    OFFSET(STATUS_MODE, LINECALLSTATUS, dwCallStateMode);

    OFFSET(LIST_ENTRIES, LINECALLLIST, dwCallsNumEntries);
    OFFSET(LIST_SIZE, LINECALLLIST, dwCallsSize);
    OFFSET(LIST_OFFSET, LINECALLLIST, dwCallsOffset);

    OFFSET(DEVICE_PROVIDER_SIZE, LINEDEVCAPS, dwProviderInfoSize);
    OFFSET(DEVICE_NAME_SIZE, LINEDEVCAPS, dwLineNameSize);
    OFFSET(DEVICE_ADDRESSES, LINEDEVCAPS, dwNumAddresses);
    OFFSET(DEVICE_MEDIA, LINEDEVCAPS, dwMediaModes);
    OFFSET(DEVICE_GUID, LINEDEVCAPS, PermanentLineGuid);
    OFFSET(ADDRESS_SIZE, LINEADDRESSCAPS, dwAddressSize);
    OFFSET(LINE_FLAGS, LINEDEVSTATUS, dwDevStatusFlags);

    SAY(EXTENSION_ID_BYTES, sizeof(LINEEXTENSIONID));

    /* These differ between 32 and 64 bits. */
    SAY(messageBytes, sizeof(LINEMESSAGE));
    OFFSET(messageDevice, LINEMESSAGE, hDevice);
    OFFSET(messageKind, LINEMESSAGE, dwMessageID);
    OFFSET(messageParam1, LINEMESSAGE, dwParam1);
    OFFSET(messageParam2, LINEMESSAGE, dwParam2);
    OFFSET(messageParam3, LINEMESSAGE, dwParam3);
    SAY(initializeBytes, sizeof(LINEINITIALIZEEXPARAMS));
    OFFSET(initializeOptions, LINEINITIALIZEEXPARAMS, dwOptions);
    OFFSET(initializeEvent, LINEINITIALIZEEXPARAMS, Handles.hEvent);

#include "numbers.inc"
}
