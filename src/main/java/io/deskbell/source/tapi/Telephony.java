package io.deskbell.source.tapi;

import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This program's conversation with TAPI, from lineInitializeEx to lineShutdown: bytes and numbers on one side, values
 * on the other. One thread owns it.
 */
final class Telephony implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Telephony.class);
    private static final int MOST_CALLS = 100;

    private final Windows windows;
    private final int app;
    private final int devices;
    private final Pointer event;
    private Optional<Integer> line = Optional.empty();

    /** @param device a line's or a call's handle, by the kind */
    record Message(Optional<Tapi.Message> kind, int device, int first, int second, int third) {
        boolean is(Tapi.Message one) {
            return kind.equals(Optional.of(one));
        }
    }

    private Telephony(Windows windows, int app, int devices, Pointer event) {
        this.windows = windows;
        this.app = app;
        this.devices = devices;
        this.event = event;
    }

    static Telephony begin(Windows windows) throws TapiException {
        TapiLayout layout = windows.layout();
        ByteBuffer parameters = ByteBuffer.allocate(layout.initializeBytes()).order(ByteOrder.LITTLE_ENDIAN);
        parameters.putInt(TapiLayout.TOTAL_SIZE, layout.initializeBytes());
        parameters.putInt(layout.initializeOptions(), Tapi.Only.LINEINITIALIZEEXOPTION_USEEVENT.value());
        IntByReference app = new IntByReference();
        IntByReference devices = new IntByReference();
        IntByReference version = new IntByReference(Tapi.NEWEST_VERSION);
        check(windows.tapi().lineInitializeExW(app, null, null, new WString("Deskbell"), devices, version,
                parameters.array()));
        long handle = layout == TapiLayout.BITS_64 ? parameters.getLong(layout.initializeEvent())
                : Integer.toUnsignedLong(parameters.getInt(layout.initializeEvent()));
        return new Telephony(windows, app.getValue(), devices.getValue(), new Pointer(handle));
    }

    /** Set while a message waits; never to be reset by us. */
    Pointer event() {
        return event;
    }

    /** Those whose drivers answer; the numbers of the others are left out. */
    List<LineDevice> devices() {
        List<LineDevice> all = new ArrayList<>();
        for (int number = 0; number < devices; number++) {
            try {
                all.add(device(number));
            } catch (TapiException broken) {
                LOG.debug("line {}: {}", number, broken.getMessage());
            }
        }
        return all;
    }

    private LineDevice device(int number) throws TapiException {
        IntByReference agreed = new IntByReference();
        check(windows.tapi().lineNegotiateAPIVersion(app, number, Tapi.OLDEST_VERSION, Tapi.NEWEST_VERSION, agreed,
                new byte[TapiLayout.EXTENSION_ID_BYTES]));
        int version = agreed.getValue();
        Bytes caps = Bytes.filled(bytes -> windows.tapi().lineGetDevCapsW(app, number, version, 0, bytes));
        String guid = version >= Tapi.GUID_VERSION ? caps.guid(TapiLayout.DEVICE_GUID) : "";
        return new LineDevice(number, caps.text(TapiLayout.DEVICE_NAME_SIZE), guid,
                caps.at(TapiLayout.DEVICE_ADDRESSES) > 0 ? address(number, version) : "",
                caps.text(TapiLayout.DEVICE_PROVIDER_SIZE), version,
                Tapi.has(caps.at(TapiLayout.DEVICE_MEDIA), Tapi.Only.LINEMEDIAMODE_INTERACTIVEVOICE));
    }

    private String address(int number, int version) {
        try {
            return Bytes.filled(bytes -> windows.tapi().lineGetAddressCapsW(app, number, 0, version, 0, bytes))
                    .text(TapiLayout.ADDRESS_SIZE);
        } catch (TapiException untold) {
            return "";
        }
    }

    /** For watching only: nothing we do can touch a call. */
    void open(LineDevice device) throws TapiException {
        int opened = opened(device);
        line = Optional.of(opened);
        int states = 0;
        for (Tapi.LineState state : Tapi.LineState.values()) states |= state.value();
        int refused = windows.tapi().lineSetStatusMessages(opened, states, 0);
        if (refused != 0) LOG.debug("this driver tells less of its line: {}", TapiException.name(refused));
    }

    /** Whether it could be watched; it is closed again at once. */
    void tryOut(LineDevice device) throws TapiException {
        windows.tapi().lineClose(opened(device));
    }

    private int opened(LineDevice device) throws TapiException {
        IntByReference opened = new IntByReference();
        int code = open(device, 0, opened);
        boolean particular = code == Tapi.Failure.INVALMEDIAMODE.value(); // A monitor's is to be ignored, but is not.
        check(particular ? open(device, Tapi.Only.LINEMEDIAMODE_INTERACTIVEVOICE.value(), opened) : code);
        return opened.getValue();
    }

    private int open(LineDevice device, int media, IntByReference opened) {
        return windows.tapi().lineOpenW(app, device.number(), opened, device.version(), 0, null,
                Tapi.Only.LINECALLPRIVILEGE_MONITOR.value(), media, null);
    }

    boolean isLine(int handle) {
        return line.filter(own -> own == handle).isPresent();
    }

    /** The driver says that it can reach its telephone system. */
    boolean isInService() throws TapiException {
        Bytes status = Bytes.filled(bytes -> windows.tapi().lineGetLineDevStatusW(line.orElseThrow(), bytes));
        return Tapi.has(status.at(TapiLayout.LINE_FLAGS), Tapi.Only.LINEDEVSTATUSFLAGS_INSERVICE);
    }

    /** Handles of calls that we have none of yet; from now on they are ours to give back. */
    List<Integer> newCalls() throws TapiException {
        Bytes list = Bytes.filled(bytes -> windows.tapi().lineGetNewCalls(line.orElseThrow(), 0,
                Tapi.Only.LINECALLSELECT_LINE.value(), bytes));
        int count = Math.clamp(list.at(TapiLayout.LIST_ENTRIES), 0, MOST_CALLS);
        int from = list.at(TapiLayout.LIST_OFFSET);
        List<Integer> calls = new ArrayList<>();
        for (int i = 0; i < count && from > 0; i++) {
            int handle = list.at(from + i * Integer.BYTES);
            if (handle != 0) calls.add(handle);
        }
        return calls;
    }

    /** Empty when none waits. */
    Optional<Message> next() throws TapiException {
        TapiLayout layout = windows.layout();
        byte[] structure = new byte[layout.messageBytes()];
        int code = windows.tapi().lineGetMessage(app, structure, 0);
        if (code == Tapi.Failure.OPERATIONFAILED.value()) return Optional.empty();
        check(code);
        Bytes message = Bytes.of(structure);
        int kind = message.at(layout.messageKind());
        return Optional.of(new Message(kindOf(kind), message.at(layout.messageDevice()),
                message.at(layout.messageParam1()), message.at(layout.messageParam2()),
                message.at(layout.messageParam3())));
    }

    /** Empty where the driver will not say, as of a call that is gone. */
    Optional<CallInfo> info(int call) {
        try {
            return Optional.of(CallInfo.read(Bytes.filled(bytes -> windows.tapi().lineGetCallInfoW(call, bytes))));
        } catch (TapiException untold) {
            return Optional.empty();
        }
    }

    /** What the driver says when asked. A handle that it does not know is of a call that is over. */
    CallWord look(int call, CallWord.Kind kind) {
        try {
            Bytes status = Bytes.filled(bytes -> windows.tapi().lineGetCallStatus(call, bytes));
            return new CallWord(kind, call, status.at(TapiLayout.STATUS_STATE), status.at(TapiLayout.STATUS_MODE), 0,
                    info(call));
        } catch (TapiException failed) {
            boolean gone = failed.is(Tapi.Failure.INVALCALLHANDLE);
            return new CallWord(kind, call, gone ? Tapi.State.IDLE.value() : 0, 0, 0, Optional.empty());
        }
    }

    void giveBack(int call) {
        int refused = windows.tapi().lineDeallocateCall(call);
        if (refused != 0) LOG.debug("a call's handle was gone already: {}", TapiException.name(refused));
    }

    @Override
    public void close() {
        line.ifPresent(windows.tapi()::lineClose);
        windows.tapi().lineShutdown(app);
    }

    private static Optional<Tapi.Message> kindOf(int number) {
        for (Tapi.Message kind : Tapi.Message.values()) {
            if (kind.value() == number) return Optional.of(kind);
        }
        return Optional.empty();
    }

    private static void check(int code) throws TapiException {
        if (code != 0) throw new TapiException(code);
    }
}
