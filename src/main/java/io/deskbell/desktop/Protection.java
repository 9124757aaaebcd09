package io.deskbell.desktop;

import java.io.IOException;

/** Makes bytes unreadable to all but this user at this computer, and readable again. */
interface Protection {
    /** Leaves it to the rights of the file. */
    Protection NONE = new Protection() {
        @Override
        public byte[] protect(String key, byte[] plain) {
            return plain.clone();
        }

        @Override
        public byte[] unprotect(String key, byte[] hidden) {
            return hidden.clone();
        }
    };

    /** @param key goes into it, so that one secret cannot be passed off as another */
    byte[] protect(String key, byte[] plain) throws IOException;

    byte[] unprotect(String key, byte[] hidden) throws IOException;
}
