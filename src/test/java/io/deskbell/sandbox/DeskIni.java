package io.deskbell.sandbox;

/** The configuration of a desk with an Agent Inbox to try it on, that opens no page in a browser. */
public final class DeskIni {
    private DeskIni() {
    }

    /**
     * @param inbox its address
     * @param source the only phone
     * @param section the lines of the phone's own section
     */
    public static String of(String extension, String inbox, String key, String source, String section) {
        return """
                [agent]
                extension = %s
                [inbox]
                api_url = %s
                api_key = %s
                [pop]
                when = never
                [phone]
                source = %s
                [%s]
                %s
                """.formatted(extension, inbox, key, source, source, section);
    }
}
