package io.deskbell.source.tapi;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;

/** The functions of tapi32.dll that are used. Structures are bytes: see {@link TapiLayout}. Zero is success. */
interface Tapi32 extends Library {
    int lineInitializeExW(IntByReference app, Pointer instance, Pointer callback, WString name, IntByReference devices,
                          IntByReference version, byte[] parameters);

    int lineShutdown(int app);

    int lineNegotiateAPIVersion(int app, int device, int oldest, int newest, IntByReference version, byte[] extension);

    int lineGetDevCapsW(int app, int device, int version, int extension, byte[] capabilities);

    int lineGetAddressCapsW(int app, int device, int address, int version, int extension, byte[] capabilities);

    int lineOpenW(int app, int device, IntByReference line, int version, int extension, Pointer instance,
                  int privileges, int media, Pointer parameters);

    int lineClose(int line);

    int lineSetStatusMessages(int line, int lineStates, int addressStates);

    int lineGetLineDevStatusW(int line, byte[] status);

    int lineGetNewCalls(int line, int address, int select, byte[] list);

    int lineGetMessage(int app, byte[] message, int milliseconds);

    int lineGetCallInfoW(int call, byte[] info);

    int lineGetCallStatus(int call, byte[] status);

    int lineDeallocateCall(int call);
}
