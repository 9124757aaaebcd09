package io.deskbell.config;

import java.util.List;

/** The part of {@link Keys} for {@link CustomerSettings}. */
final class LookupKeys {
    static final String HEADER = "Authorization: Bearer {token}";

    static final List<Key> ALL = List.of(
            Keys.key("lookup", "csv", "", "C:\\ProgramData\\Deskbell\\customers.csv",
                    "A list of customers by telephone number, read again by itself whenever it changes.",
                    "Inbound calls only. Separated by ; , or tabs; numbers in any spelling."),
            Keys.key("lookup", "csv_number", "", "phone, mobile",
                    "The columns with numbers, by their heads or their places from 1 on. Left out: recognised."),
            Keys.key("lookup", "csv_value", "", "customer_id",
                    "The column with the value of [inbox] filter_field. Left out: recognised."),
            Keys.key("lookup", "csv_name", "", "name",
                    "The column with the caller's name, shown to the agent. Left out: recognised."),
            Keys.key("lookup", "url", "", "https://crm.example.com/callers?phone={phone}",
                    "An address that is asked for callers the list does not have (GET), with any of",
                    "{phone} (+31612345678), {phone_digits}, {extension} and {referrer}.",
                    "204 and 404 mean: not known."),
            Keys.key("lookup", "url_value", "", "/customer/id",
                    "Where the value stands in the answer: a JSON pointer or the name of a field.",
                    "Left out, with url_name: the answer is plain text, its first line the value, its second the",
                    "name."),
            Keys.key("lookup", "url_name", "", "/customer/name", "Where the caller's name stands in the answer."),
            Keys.key("lookup", "token", "", "", "A key for that address, sent in the header below.",
                    "Left empty: the one stored with: deskbell secret set lookup.token"),
            Keys.key("lookup", "header", HEADER, "X-Api-Key: {token}", "The header in which the token is sent."),
            Keys.key("lookup", "user", "", "", "The name to log in to that address with, where it asks for one."),
            Keys.key("lookup", "password", "", "", "The password for that.",
                    "Left empty: the one stored with: deskbell secret set lookup.password"),
            Keys.key("lookup", "timeout", "3", "", "Seconds that address may take for an answer, 1 to 10. It is asked",
                    "when the phone rings; the registration of a call waits no more than 0.8 seconds for it."),
            Keys.key("lookup", "keep_minutes", "10", "", "Minutes that an answer holds."),
            Keys.key("lookup", "name_pattern", "", "\\[(\\d+)\\]",
                    "A pattern over the name the telephone shows; its first group is the value of",
                    "[inbox] filter_field. Syntax of RE2: without look-around and back references."));

    private LookupKeys() {
    }
}
