package io.deskbell.source.sip;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A request or a response. What parsed has Via, From, To, Call-ID and CSeq; the rest may be missing. */
sealed interface SipMessage permits SipRequest, SipResponse {
    Headers headers();

    byte[] body();

    String startLine();

    default CSeq cseq() {
        return headers().first("CSeq").flatMap(CSeq::read).orElseThrow();
    }

    default String callId() {
        return headers().first("Call-ID").orElseThrow();
    }

    default Optional<Via> topVia() {
        return headers().list("Via").stream().findFirst().flatMap(Via::read);
    }

    /** The tag of From or To. */
    default Optional<String> tag(String field) {
        return headers().first(field).flatMap(NameAddress::read).flatMap(address -> address.parameters().get("tag"));
    }

    /** Latin-1 both ways gives every octet back as it came, which echoed Via, From and To rely on. */
    default byte[] toBytes() {
        StringBuilder head = new StringBuilder(startLine()).append("\r\n");
        for (Headers.Field field : headers().fields()) {
            head.append(field.name()).append(": ").append(field.value()).append("\r\n");
        }
        head.append("Content-Length: ").append(body().length).append("\r\n\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body());
        return bytes.toByteArray();
    }
}
