package io.deskbell.source.tapi;

/**
 * One party of a call, as the driver writes it.
 *
 * @param flags of {@link Tapi.PartyFlag}
 */
record PartyId(int flags, String number, String name) {
    static final PartyId NOBODY = new PartyId(0, "", "");

    static PartyId read(Bytes info, int at) {
        return new PartyId(info.at(at), info.text(at + TapiLayout.PARTY_SIZE),
                info.text(at + TapiLayout.PARTY_NAME_SIZE));
    }

    boolean isEmpty() {
        return equals(NOBODY);
    }

    boolean isWithheld() {
        return number.isEmpty()
                && (Tapi.has(flags, Tapi.PartyFlag.BLOCKED) || Tapi.has(flags, Tapi.PartyFlag.UNAVAIL));
    }
}
