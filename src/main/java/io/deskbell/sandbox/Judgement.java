package io.deskbell.sandbox;

import java.util.Map;

/** What the contract says of one body: the status to answer, with words when it is refused. */
record Judgement(int status, String words, Map<String, String> fields) {
    static Judgement accepted(Map<String, String> fields) {
        return new Judgement(201, "", fields);
    }

    static Judgement malformed(String words, Map<String, String> fields) {
        return new Judgement(400, words, fields);
    }

    static Judgement unacceptable(String words, Map<String, String> fields) {
        return new Judgement(406, words, fields);
    }
}
