package io.deskbell.source.tapi;

/**
 * A line that Windows knows.
 *
 * @param number changes when drivers come and go
 * @param guid stays; empty for a driver older than TAPI 2.2
 * @param address its own number, where the driver tells
 * @param provider the driver, in its maker's words
 * @param version of TAPI that the driver speaks with us
 * @param voice it carries conversations, and not the data of a modem or a VPN
 */
public record LineDevice(int number, String name, String guid, String address, String provider, int version,
                         boolean voice) {
    /** As a person may write it: braces and case do not matter. */
    boolean isCalled(String wanted) {
        String bare = wanted.replaceAll("[{}]", "");
        return name.equalsIgnoreCase(wanted)
                || !guid.isEmpty() && guid.substring(1, guid.length() - 1).equalsIgnoreCase(bare);
    }

    /** The extension is the line's number, or stands in its name as a number of its own. */
    boolean isOf(String extension) {
        String own = java.util.regex.Pattern.quote(extension);
        return address.equals(extension) || name.matches(".*(?<![\\p{L}\\p{N}])" + own + "(?![\\p{L}\\p{N}]).*");
    }
}
