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
        return withSections(extension, inbox, key, source, "[" + source + "]\n" + section);
    }

    /** @param sections of the sources, with their headings */
    static String withSections(String extension, String inbox, String key, String sources, String sections) {
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
                %s
                """.formatted(extension, inbox, key, sources, sections);
    }
}
