package io.deskbell.desktop;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What we read and write of the Windows registry; a stand-in is a map. What it throws is in words for a person. */
interface WindowsRegistry {
    /** HKEY_CURRENT_USER and HKEY_LOCAL_MACHINE. */
    enum Root { USER, MACHINE }

    Optional<String> text(Root root, String key, String name) throws IOException;

    /** Of the keys just below it; none when it is not there. */
    List<String> keys(Root root, String key) throws IOException;

    /** Of the values in it; none when it is not there. */
    List<String> names(Root root, String key) throws IOException;

    Optional<byte[]> bytes(Root root, String key, String name) throws IOException;

    /** Of the user's own part. */
    void write(String key, String name, String value) throws IOException;

    /** Of the user's own part; nothing happens when it is not there. */
    void remove(String key, String name) throws IOException;
}
