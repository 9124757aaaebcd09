package io.deskbell.lookup;

import io.deskbell.call.Reason;

/** Why a list or an address tells nothing of a caller, each with what to do about it. */
public enum LookupReason implements Reason.Kind {
    MISSING("there is no file {0}: check [lookup] csv, and whether the drive is there"),
    UNREADABLE("{0} cannot be read ({1}): see to its rights, or close the program that has it open"),
    TOO_LARGE("{0} has more than {1} MB: is it the right file?"),
    EMPTY("{0} is empty: save it again"),
    NO_COLUMN("{0}, line 1: there is no column {1}; there are: {2}. Name the right one in [lookup] {3}"),
    NO_NUMBER_COLUMN("{0}, line 1: no column is recognised as telephone numbers; there are: {1}. Name it in [lookup]"
            + " csv_number"),
    NOTHING_TO_TELL("{0}, line 1: neither a value nor a name is recognised; there are: {1}. Name the column in [lookup]"
            + " csv_value"),
    OPEN_QUOTE("{0}, line {1}: a quotation mark is opened and never closed: mend that line"),

    LINE_NO_NUMBER("line {0}: no telephone number in it"),
    LINE_NOT_A_NUMBER("line {0}: what stands in the number's column is no telephone number of the public network;"
            + " write it with its area code or as +31…"),
    LINE_ROUNDED("line {0}: the number was rounded by a spreadsheet (as in 3,16E+10): format the column as text and"
            + " enter it again"),
    LINE_VALUE("line {0}: the value has more than 200 letters or several lines"),

    UNKNOWN_HOST("{0} is not known here: check the network connection and [lookup] url"),
    NOT_CONNECTED("{0} cannot be connected to: check the network connection and [lookup] url"),
    UNSAFE("no safe connection to {0}: have its certificate and this computer's clock checked"),
    SILENT("{0} does not answer within {1} seconds"),
    BROKE_OFF("the connection to {0} broke off"),
    LOGIN("{0} refuses the sign-in ({1}): put the right key in [lookup] token, or user and password"),
    REDIRECTED("{0} sends to another address ({1}): put that one in [lookup] url"),
    TOO_MANY("{0} is asked too often for now ({1})"),
    SERVER_FAULT("{0} has a fault ({1})"),
    REFUSED("{0} does not take the question ({1}): check [lookup] url"),
    PAGE("a web page answers at {0}: a sign-in page stands between, or [lookup] url is wrong"),
    NOT_JSON("the answer of {0} is not JSON: check [lookup] url, url_value and url_name"),
    UNFIT("the value in the answer of {0} has more than 200 letters or several lines: check [lookup] url_value");

    private final String english;

    LookupReason(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }

    Reason of(Object... arguments) {
        return Reason.of(this, arguments);
    }
}
