package io.deskbell.source.tapi;

import java.util.Optional;

/**
 * What was heard of one call at one moment.
 *
 * @param call the driver's handle
 * @param state of {@link Tapi.State}, 0 where none was told
 * @param detail of the state: why disconnected, in which way connected
 * @param changed of {@link Tapi.Change}, when that was what was told
 * @param info as the driver had it then; empty when it would not say
 */
record CallWord(Kind kind, int call, int state, int detail, int changed, Optional<CallInfo> info) {
    /** How it came to be heard. */
    enum Kind {
        /** LINE_APPNEWCALL. */
        APPNEWCALL,
        /** LINE_CALLSTATE. */
        CALLSTATE,
        /** LINE_CALLINFO. */
        CALLINFO,
        /** The call was there when the line came up. */
        THERE,
        /** We asked, because drivers forget to tell. A call that is not known any more is idle. */
        LOOKED
    }

    boolean is(Tapi.State one) {
        return state == one.value();
    }
}
