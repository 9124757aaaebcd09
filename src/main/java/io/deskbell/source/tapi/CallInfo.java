package io.deskbell.source.tapi;

/**
 * What LINECALLINFO says of a call, as far as it matters to us or to whoever reads a recording.
 *
 * @param id the switch's, the driver's, the line's or 0: there is no telling which
 * @param origin of {@link Tapi.Origin}
 * @param reason of {@link Tapi.Reason}
 */
record CallInfo(int device, int address, int media, int id, int related, int origin, int reason, int trunk,
                PartyId caller, PartyId called, PartyId connected, PartyId redirection, PartyId redirecting) {
    static CallInfo read(Bytes info) {
        return new CallInfo(info.at(TapiLayout.CALL_DEVICE), info.at(TapiLayout.CALL_ADDRESS),
                info.at(TapiLayout.CALL_MEDIA), info.at(TapiLayout.CALL_ID), info.at(TapiLayout.CALL_RELATED_ID),
                info.at(TapiLayout.CALL_ORIGIN), info.at(TapiLayout.CALL_REASON), info.at(TapiLayout.CALL_TRUNK),
                PartyId.read(info, TapiLayout.CALL_CALLER), PartyId.read(info, TapiLayout.CALL_CALLED),
                PartyId.read(info, TapiLayout.CALL_CONNECTED), PartyId.read(info, TapiLayout.CALL_REDIRECTION),
                PartyId.read(info, TapiLayout.CALL_REDIRECTING));
    }

    boolean is(Tapi.Reason why) {
        return Tapi.has(reason, why);
    }

    boolean isFrom(Tapi.Origin where) {
        return Tapi.has(origin, where);
    }
}
