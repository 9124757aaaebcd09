import java.util.Locale;

/**
 * A jar that carries a native library for every platform, and where in it they lie.
 *
 * @param natives what the names of all of them match
 * @param mine where those of this platform lie
 */
record NativeLibrary(String jar, String natives, String mine) {
    static final NativeLibrary SQLITE = new NativeLibrary("sqlite-jdbc-", "org/sqlite/native/.*",
            "org/sqlite/native/" + named("Windows", "Mac", "Linux") + "/" + cpu("x86_64") + "/");
    static final NativeLibrary JNA = new NativeLibrary("jna-5", "com/sun/jna/[a-z0-9-]+/[a-z]*jnidispatch[.].*",
            "com/sun/jna/" + named("win32", "darwin", "linux") + "-" + cpu("x86-64") + "/");

    boolean isIn(String fileName) {
        return fileName.startsWith(jar);
    }

    boolean isNative(String entry) {
        return entry.matches(natives);
    }

    boolean isMine(String entry) {
        return isNative(entry) && entry.startsWith(mine);
    }

    private static String named(String windows, String mac, String linux) {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return os.startsWith("windows") ? windows : os.startsWith("mac") ? mac : linux;
    }

    private static String cpu(String intel) {
        return System.getProperty("os.arch").equals("aarch64") ? "aarch64" : intel;
    }
}
