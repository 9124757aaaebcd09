package io.deskbell.source.tapi;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.WString;

/** The functions of kernel32.dll by which TAPI wakes a program, and a program itself. */
interface WaitFunctions extends Library {
    /** What WaitForMultipleObjects answers when the time is over (winbase.h, WAIT_TIMEOUT). */
    int TIME_OVER = 0x102;
    int FOR_EVER = -1;

    Pointer CreateEventW(Pointer security, boolean manualReset, boolean set, WString name);

    boolean SetEvent(Pointer event);

    boolean CloseHandle(Pointer handle);

    int WaitForMultipleObjects(int count, Pointer[] handles, boolean all, int milliseconds);
}
