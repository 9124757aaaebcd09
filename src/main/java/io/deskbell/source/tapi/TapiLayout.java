package io.deskbell.source.tapi;

/**
 * Where things stand in the structures of tapi.h, which are packed to one byte: the only place that knows. Handles are
 * 32 bits wide in every process, so only what holds a HANDLE or a DWORD_PTR differs between 32 and 64 bits. A test
 * compares every number here with Windows' own header.
 */
record TapiLayout(int messageBytes, int messageDevice, int messageKind, int messageParam1, int messageParam2,
                  int messageParam3, int initializeBytes, int initializeOptions, int initializeEvent) {
    static final TapiLayout BITS_64 = new TapiLayout(40, 0, 4, 16, 24, 32, 28, 12, 16);
    static final TapiLayout BITS_32 = new TapiLayout(24, 0, 4, 12, 16, 20, 24, 12, 16);

    /** Every structure of variable length begins with these. */
    static final int TOTAL_SIZE = 0;
    static final int NEEDED_SIZE = 4;
    static final int USED_SIZE = 8;

    /** LINECALLINFO. */
    static final int CALL_DEVICE = 16;
    static final int CALL_ADDRESS = 20;
    static final int CALL_MEDIA = 32;
    static final int CALL_ID = 40;
    static final int CALL_RELATED_ID = 44;
    static final int CALL_ORIGIN = 80;
    static final int CALL_REASON = 84;
    static final int CALL_TRUNK = 104;
    static final int CALL_CALLER = 108;
    static final int CALL_CALLED = 128;
    static final int CALL_CONNECTED = 148;
    static final int CALL_REDIRECTION = 168;
    static final int CALL_REDIRECTING = 188;

    /** From the flags of a party in LINECALLINFO on; behind each size comes its offset. */
    static final int PARTY_SIZE = 4;
    static final int PARTY_NAME_SIZE = 12;

    /** LINECALLSTATUS. */
    static final int STATUS_STATE = 12;
    static final int STATUS_MODE = 16;

    /** LINECALLLIST. */
    static final int LIST_ENTRIES = 12;
    static final int LIST_SIZE = 16;
    static final int LIST_OFFSET = 20;

    /** LINEDEVCAPS. */
    static final int DEVICE_PROVIDER_SIZE = 12;
    static final int DEVICE_NAME_SIZE = 32;
    static final int DEVICE_ADDRESSES = 48;
    static final int DEVICE_MEDIA = 60;
    static final int DEVICE_GUID = 252;

    /** LINEADDRESSCAPS. */
    static final int ADDRESS_SIZE = 16;

    /** LINEDEVSTATUS. */
    static final int LINE_FLAGS = 56;

    /** LINEEXTENSIONID. */
    static final int EXTENSION_ID_BYTES = 16;

    /** @param pointerBytes of this process */
    static TapiLayout of(int pointerBytes) {
        return pointerBytes == Long.BYTES ? BITS_64 : BITS_32;
    }
}
