package io.deskbell.desktop;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinReg;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The real registry. A number is read as text too; a value of any other kind than asked for is as good as none. */
final class JnaRegistry implements WindowsRegistry {
    private static final int LONGEST_NAME = 16_383; // "Registry Element Size Limits" in Microsoft's reference.

    @Override
    public Optional<String> text(Root root, String key, String name) throws IOException {
        return ask(() -> has(root, key, name) ? asText(Advapi32Util.registryGetValue(hive(root), key, name))
                : Optional.empty());
    }

    @Override
    public List<String> keys(Root root, String key) throws IOException {
        return ask(() -> Advapi32Util.registryKeyExists(hive(root), key)
                ? Optional.of(List.of(Advapi32Util.registryGetKeys(hive(root), key))) : Optional.empty())
                .orElse(List.of());
    }

    @Override
    public List<String> names(Root root, String key) throws IOException {
        return ask(() -> Advapi32Util.registryKeyExists(hive(root), key)
                ? Optional.of(names(Advapi32Util.registryGetKey(hive(root), key, WinNT.KEY_READ))) : Optional.empty())
                .orElse(List.of());
    }

    /** The library's own list fails for the whole key where one value is of a kind that it does not know. */
    private static List<String> names(WinReg.HKEYByReference opened) {
        WinReg.HKEY key = opened.getValue();
        try {
            List<String> names = new ArrayList<>();
            char[] name = new char[LONGEST_NAME + 1];
            while (Advapi32.INSTANCE.RegEnumValue(key, names.size(), name, new IntByReference(name.length), null, null,
                    (Pointer) null, null) == WinError.ERROR_SUCCESS) {
                names.add(Native.toString(name));
            }
            return names;
        } finally {
            Advapi32Util.registryCloseKey(key);
        }
    }

    @Override
    public Optional<byte[]> bytes(Root root, String key, String name) throws IOException {
        return ask(() -> has(root, key, name)
                ? Optional.of(Advapi32Util.registryGetBinaryValue(hive(root), key, name)) : Optional.empty());
    }

    @Override
    public void write(String key, String name, String value) throws IOException {
        ask(() -> {
            Advapi32Util.registryCreateKey(hive(Root.USER), key);
            Advapi32Util.registrySetStringValue(hive(Root.USER), key, name, value);
            return Optional.empty();
        });
    }

    @Override
    public void remove(String key, String name) throws IOException {
        ask(() -> {
            if (has(Root.USER, key, name)) Advapi32Util.registryDeleteValue(hive(Root.USER), key, name);
            return Optional.empty();
        });
    }

    /** REG_SZ and REG_EXPAND_SZ, or REG_DWORD and REG_QWORD, which are what IT's tools write for numbers. */
    private static Optional<String> asText(Object value) {
        return switch (value) {
            case String text -> Optional.of(text);
            case Integer number -> Optional.of(Integer.toUnsignedString(number));
            case Long number -> Optional.of(Long.toUnsignedString(number));
            case null, default -> Optional.empty();
        };
    }

    private static boolean has(Root root, String key, String name) {
        return Advapi32Util.registryValueExists(hive(root), key, name);
    }

    private static <T> Optional<T> ask(Supplier<Optional<T>> question) throws IOException {
        try {
            return question.get();
        } catch (Win32Exception denied) {
            throw new IOException("Windows did not let us at its registry (error " + denied.getErrorCode() + ")",
                    denied);
        } catch (LinkageError notInstalledWhole) {
            throw new IOException("a part of the installation is missing: jnidispatch", notInstalledWhole);
        } catch (RuntimeException anotherKind) {
            return Optional.empty(); // The library has no type of its own for "Unexpected registry type".
        }
    }

    private static WinReg.HKEY hive(Root root) {
        return root == Root.USER ? WinReg.HKEY_CURRENT_USER : WinReg.HKEY_LOCAL_MACHINE;
    }
}
