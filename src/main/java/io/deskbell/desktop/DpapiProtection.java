package io.deskbell.desktop;

import com.sun.jna.platform.win32.Crypt32Util;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinCrypt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Windows' own, bound to the user's account (CryptProtectData). It asks the user nothing. */
final class DpapiProtection implements Protection {
    @Override
    public byte[] protect(String key, byte[] plain) throws IOException {
        try {
            return Crypt32Util.cryptProtectData(plain, entropy(key), WinCrypt.CRYPTPROTECT_UI_FORBIDDEN, "Deskbell",
                    null);
        } catch (Win32Exception declined) {
            throw new IOException("Windows could not protect it (error " + declined.getErrorCode() + ")", declined);
        } catch (LinkageError notInstalledWhole) {
            throw new IOException("a part of the installation is missing: jnidispatch", notInstalledWhole);
        }
    }

    @Override
    public byte[] unprotect(String key, byte[] hidden) throws IOException {
        try {
            return Crypt32Util.cryptUnprotectData(hidden, entropy(key), WinCrypt.CRYPTPROTECT_UI_FORBIDDEN, null);
        } catch (Win32Exception declined) {
            throw new IOException("it was stored by another user or at another computer, or was damaged; store it "
                    + "again: deskbell secret set " + key, declined);
        } catch (LinkageError notInstalledWhole) {
            throw new IOException("a part of the installation is missing: jnidispatch", notInstalledWhole);
        }
    }

    private static byte[] entropy(String key) {
        return ("io.deskbell " + key).getBytes(StandardCharsets.UTF_8);
    }
}
