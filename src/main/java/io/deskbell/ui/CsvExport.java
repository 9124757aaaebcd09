package io.deskbell.ui;

import io.deskbell.call.Call;
import io.deskbell.call.Extension;
import io.deskbell.outbox.CallLog;
import io.deskbell.outbox.CallSearch;
import io.deskbell.outbox.LoggedCall;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

/**
 * Writes calls to a file that spreadsheets open (RFC 4180, with the separator of the agent's country), and that cannot
 * make them calculate or start anything.
 */
final class CsvExport {
    private static final int AT_ONCE = 200;
    private static final String MARK = "\ufeff"; // Without it Excel takes the file for the Windows code page.

    private final CallLog log;
    private final CallWords words;
    private final Words texts;
    private final Moments moments;

    CsvExport(CallLog log, CallWords words, Words texts, Moments moments) {
        this.moments = moments;
        this.log = log;
        this.words = words;
        this.texts = texts;
    }

    /**
     * Writes the calls asked for; the file appears when it is whole.
     *
     * @param progress hears how much is done, from 0 to 1
     * @return how many calls were written
     */
    int write(CallSearch search, Path file, DoubleConsumer progress) throws IOException {
        long[] places = log.places(search);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        int written = 0;
        try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            out.write(MARK + line(heads(), moments.separator()));
            for (int from = 0; from < places.length; from += AT_ONCE) {
                written += writeSome(places, from, out);
                progress.accept(Math.min(1, (from + AT_ONCE) / (double) places.length));
            }
            out.flush();
        } catch (IOException failed) {
            Files.deleteIfExists(part);
            throw failed;
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        progress.accept(1);
        return written;
    }

    private int writeSome(long[] places, int from, Writer out) throws IOException {
        List<Long> some = new ArrayList<>();
        for (int i = from; i < Math.min(places.length, from + AT_ONCE); i++) some.add(places[i]);
        Map<Long, LoggedCall> calls = log.at(some);
        int written = 0;
        for (Long place : some) {
            LoggedCall logged = calls.get(place);
            if (logged == null) continue; // It changed meanwhile, and stands at another place now.
            out.write(line(fields(logged), moments.separator()));
            written++;
        }
        return written;
    }

    private List<String> heads() {
        return List.of("started", "answered", "ended", "direction", "name", "number", "desk", "transfer", "taken",
                "delivery", "reason", "id").stream().map(name -> texts.of("csv." + name, moments.zone())).toList();
    }

    private List<String> fields(LoggedCall logged) {
        Call call = logged.call();
        CallRow row = words.row(logged);
        return List.of(moments.stamp(call.startedAt()), call.answeredAt().map(moments::stamp).orElse(""),
                call.endedAt().map(moments::stamp).orElse(""), row.sign(), call.party().name(), row.copied(),
                call.desk().digits(), call.transfer().map(given -> given.to().digits()).orElse(""),
                call.transferredBy().map(Extension::digits).orElse(""), row.delivery(), row.trouble(), call.id());
    }

    /** RFC 4180 §2: fields separated by commas, or what stands for them; lines ended by CRLF. */
    static String line(List<String> fields, String separator) {
        return fields.stream().map(CsvExport::field).collect(Collectors.joining(separator, "", "\r\n"));
    }

    /** A spreadsheet takes a field that begins with one of these for a formula; an apostrophe makes it text. */
    private static String field(String value) {
        String safe = value.matches("(?s)[=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20].*") ? "'" + value : value;
        boolean quoted = safe.matches("(?s).*[\",\\r\\n\\t;'].*");
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
