package io.deskbell.source.tapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The numbers of tapi.h that are used here, under the header's names: each enum's {@code PREFIX} and the constant's
 * name together are the name in the header. A test compares them all with it.
 */
final class Tapi {
    /** What we are written for; a driver may offer less. */
    static final int OLDEST_VERSION = 0x0001_0004;
    static final int NEWEST_VERSION = 0x0002_0002;
    /** A line has its GUID from this version on. */
    static final int GUID_VERSION = 0x0002_0002;

    private Tapi() {
    }

    /** A number with a name. */
    interface Named {
        String name();

        int value();
    }

    /** {@code LINE_...} */
    enum Message implements Named {
        CALLINFO(1), CALLSTATE(2), CLOSE(3), LINEDEVSTATE(8), CREATE(19), APPNEWCALL(23), REMOVE(25);

        private final int value;

        Message(int value) {
            this.value = value;
        }

        @Override
        public int value() {
            return value;
        }
    }

    /** {@code LINECALLSTATE_...} */
    enum State implements Named {
        IDLE(0x1), OFFERING(0x2), ACCEPTED(0x4), DIALTONE(0x8), DIALING(0x10), RINGBACK(0x20), BUSY(0x40),
        SPECIALINFO(0x80), CONNECTED(0x100), PROCEEDING(0x200), ONHOLD(0x400), CONFERENCED(0x800),
        ONHOLDPENDCONF(0x1000), ONHOLDPENDTRANSFER(0x2000), DISCONNECTED(0x4000), UNKNOWN(0x8000);

        private final int value;

        State(int value) {
            this.value = value;
        }

        @Override
        public int value() {
            return value;
        }
    }

    /** {@code LINECALLORIGIN_...} */
    enum Origin implements Named {
        OUTBOUND(0x1), INTERNAL(0x2), EXTERNAL(0x4), UNKNOWN(0x10), UNAVAIL(0x20), CONFERENCE(0x40), INBOUND(0x80);

        private final int value;

        Origin(int value) {
            this.value = value;
        }

        @Override
        public int value() {
            return value;
        }
    }

    /** {@code LINECALLREASON_...} */
    enum Reason implements Named {
        DIRECT(0x1), FWDBUSY(0x2), FWDNOANSWER(0x4), FWDUNCOND(0x8), PICKUP(0x10), UNPARK(0x20), REDIRECT(0x40),
        CALLCOMPLETION(0x80), TRANSFER(0x100), REMINDER(0x200), UNKNOWN(0x400), UNAVAIL(0x800);

        private final int value;

        Reason(int value) {
            this.value = value;
        }

        @Override
        public int value() {
            return value;
        }
    }

    /** {@code LINEDISCONNECTMODE_...} */
    enum Disconnect implements Named {
        NORMAL(0x1), UNKNOWN(0x2), REJECT(0x4), PICKUP(0x8), FORWARDED(0x10), BUSY(0x20), NOANSWER(0x40),
        BADADDRESS(0x80), UNREACHABLE(0x100), CONGESTION(0x200), INCOMPATIBLE(0x400), UNAVAIL(0x800),
        NODIALTONE(0x1000), NUMBERCHANGED(0x2000), OUTOFORDER(0x4000), TEMPFAILURE(0x8000), QOSUNAVAIL(0x1_0000),
        BLOCKED(0x2_0000), DONOTDISTURB(0x4_0000), CANCELLED(0x8_0000);

        private final int value;

        Disconnect(int value) {
            this.value = value;
        }

        @Override
        public int value() {
            return value;
        }
    }

    /** {@code LINECALLPARTYID_...} */
    enum PartyFlag implements Named {
        BLOCKED(0x1), OUTOFAREA(0x2), NAME(0x4), ADDRESS(0x8), PARTIAL(0x10), UNKNOWN(0x20), UNAVAIL(0x40);

        private final int value;

        PartyFlag(int value) {
            this.value = value;
        }

        @Override
        public int value() {
            return value;
        }
    }

    /** {@code LINECALLINFOSTATE_...} */
    enum Change implements Named {
        CALLID(0x40), RELATEDCALLID(0x80), ORIGIN(0x100), REASON(0x200), CALLERID(0x8000), CALLEDID(0x1_0000),
        CONNECTEDID(0x2_0000), REDIRECTIONID(0x4_0000), REDIRECTINGID(0x8_0000);

        private final int value;

        Change(int value) {
            this.value = value;
        }

        @Override
        public int value() {
            return value;
        }
    }

    /** {@code LINEDEVSTATE_...} */
    enum LineState implements Named {
        CONNECTED(0x4), DISCONNECTED(0x8), INSERVICE(0x40), OUTOFSERVICE(0x80), REINIT(0x4_0000), REMOVED(0x100_0000);

        private final int value;

        LineState(int value) {
            this.value = value;
        }

        @Override
        public int value() {
            return value;
        }
    }

    /** {@code LINEERR_...} */
    enum Failure implements Named {
        ALLOCATED(0x8000_0001), BADDEVICEID(0x8000_0002), INCOMPATIBLEAPIVERSION(0x8000_000C),
        INIFILECORRUPT(0x8000_000E), INVALAPPHANDLE(0x8000_0014), INVALCALLHANDLE(0x8000_0018),
        INVALLINEHANDLE(0x8000_002B), INVALMEDIAMODE(0x8000_002F), NODEVICE(0x8000_0042), NODRIVER(0x8000_0043),
        NOMEM(0x8000_0044), OPERATIONFAILED(0x8000_0048), OPERATIONUNAVAIL(0x8000_0049), RESOURCEUNAVAIL(0x8000_004B),
        STRUCTURETOOSMALL(0x8000_004D), REINIT(0x8000_0052), SERVICE_NOT_RUNNING(0x8000_0061);

        private final int value;

        Failure(int value) {
            this.value = value;
        }

        @Override
        public int value() {
            return value;
        }
    }

    /** Single numbers; their names are the header's. */
    enum Only implements Named {
        LINEINITIALIZEEXOPTION_USEEVENT(2), LINECALLPRIVILEGE_MONITOR(2), LINECALLSELECT_LINE(1),
        LINEMEDIAMODE_INTERACTIVEVOICE(4), LINEDEVSTATUSFLAGS_INSERVICE(4), LINECONNECTEDMODE_INACTIVE(2),
        LINECONNECTEDMODE_INACTIVEHELD(8);

        private final int value;

        Only(int value) {
            this.value = value;
        }

        @Override
        public int value() {
            return value;
        }
    }

    static boolean has(int bits, Named flag) {
        return (bits & flag.value()) != 0;
    }

    /** The names of the bits, and what has no name in hexadecimal: {@code NAME|ADDRESS|0x80}. */
    static String words(Named[] all, int bits) {
        List<String> words = new ArrayList<>();
        int left = bits;
        for (Named one : all) {
            if ((left & one.value()) == 0) continue;
            words.add(one.name());
            left &= ~one.value();
        }
        if (left != 0 || words.isEmpty()) words.add(hex(left));
        return String.join("|", words);
    }

    /** @throws IllegalArgumentException for a word that is neither a name nor a number */
    static int bits(Named[] all, String words) {
        int bits = 0;
        for (String word : words.split("\\|")) {
            bits |= bit(all, word);
        }
        return bits;
    }

    /** In groups of four, or a recording's masking would take them for telephone numbers. */
    static String hex(int number) {
        return "0x" + Integer.toHexString(number).replaceAll("(?<=.)(?=(?:.{4})+$)", "_");
    }

    private static int bit(Named[] all, String word) {
        for (Named one : all) {
            if (one.name().equals(word)) return one.value();
        }
        String digits = word.toLowerCase(Locale.ROOT).replace("_", "");
        if (!digits.matches("0x[0-9a-f]{1,8}")) {
            throw new IllegalArgumentException(word + ": neither a name of TAPI's nor a number such as 0x10");
        }
        return Integer.parseUnsignedInt(digits.substring(2), 16);
    }
}
