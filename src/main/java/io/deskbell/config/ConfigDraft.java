package io.deskbell.config;

import io.deskbell.files.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The user's configuration file while it is being changed: says at any time what would be wrong with it, and is written
 * back as a person would have written it. What it draws on besides files takes its time and is asked for by whoever
 * owns the draft: see {@link #questions}. Not thread safe.
 */
public final class ConfigDraft {
    private final List<ConfigFile> below;
    private final Remembered remembered;
    private final Outside outside;
    private final Path file;
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private String original;
    private IniEditor editor;

    /** What was set of one key. */
    private record Change(String section, String key, String value) {
        void in(IniEditor editor) {
            editor.set(section, key, value);
        }
    }

    /** What the draft has to know from elsewhere: the secret store, the directory of extensions. */
    @FunctionalInterface
    public interface Question {
        /**
         * Waits for the answer, on whatever thread.
         *
         * @return what tells the draft, to be run on the draft's own thread
         */
        Runnable ask();
    }

    private ConfigDraft(List<ConfigFile> below, Path file, String text, Outside outside) {
        this.below = below;
        this.remembered = new Remembered(outside);
        this.outside = remembered.outside();
        this.file = file;
        this.original = text;
        this.editor = new IniEditor(text);
    }

    /**
     * @param below files of lower rank, such as the machine's; those that do not exist are left out
     * @param file to be changed; it need not exist yet
     * @throws ConfigException when one of them cannot be read or is no ini file
     */
    public static ConfigDraft open(List<Path> below, Path file) throws ConfigException {
        return open(below, file, StoredSecrets.NONE);
    }

    /** The same, with what the secret store has. */
    public static ConfigDraft open(List<Path> below, Path file, StoredSecrets stored) throws ConfigException {
        return open(below, file, Outside.of(stored));
    }

    /** The same, with all that it draws on. */
    public static ConfigDraft open(List<Path> below, Path file, Outside outside) throws ConfigException {
        List<ConfigFile> read = new ArrayList<>();
        for (Path lower : below) {
            if (Files.exists(lower)) read.add(ConfigFile.read(lower));
        }
        String text = Files.exists(file) ? ConfigFile.textOf(file) : "";
        ConfigFile.parse(file.getFileName().toString(), text);
        return new ConfigDraft(read, file, text, outside);
    }

    /** Whether the section is of a kind of phone, of whatever computer. */
    public static boolean isOfAPhone(String section) {
        return Keys.SOURCES.contains(section);
    }

    /** Kinds of phones that can be chosen on this computer. */
    public List<String> sources() {
        return Keys.SOURCES.stream().filter(name -> outside.isWindows() || !name.equals("tapi")).toList();
    }

    /** What would be in force now, assumed values included. */
    public String value(String section, String key) {
        String assumed = Keys.find(section, key).orElseThrow().assumed();
        return layers().find(section, key).map(Layers.Written::value).filter(text -> !text.isEmpty()).orElse(assumed);
    }

    /** IT has set it, and has not left it to the user. */
    public boolean isLocked(String section, String key) {
        return new Layers(below, outside.policy()).isLocked(section + "." + key);
    }

    /** @throws IllegalArgumentException for a value that no ini file can hold */
    public void set(String section, String key, String value) {
        if (isLocked(section, key) || value.strip().equals(value(section, key))) return;
        editor.set(section, key, value);
        changes.put(section + "." + key, new Change(section, key, value));
    }

    /** Takes back what was set since it was opened or saved. */
    public void unset(String section, String key) {
        if (changes.remove(section + "." + key) == null) return;
        editor = new IniEditor(original);
        changes.values().forEach(change -> change.in(editor));
    }

    /** What came up since this was last asked for; each question is handed out once. */
    public List<Question> questions() {
        return remembered.questions();
    }

    /** Whether a question is without its answer: what is wrong may be more than {@link #problems} says. */
    public boolean isAwaiting() {
        return remembered.isAwaiting();
    }

    /** Whether the secret store has it, as far as it has answered. */
    public boolean isStored(String section, String key) {
        try {
            return outside.secrets().find(section + "." + key).isPresent();
        } catch (IOException unknown) {
            return false;
        }
    }

    /** The secret store has this now, and the file nothing. */
    public void moveToStore(String section, String key, String secret) {
        remembered.keep(section + "." + key, secret);
        set(section, key, "");
    }

    /** All that is wrong with the configuration as it would be now, as far as it is known. */
    public List<Problem> problems() {
        try {
            config();
            return List.of();
        } catch (ConfigException wrong) {
            return wrong.problems().stream()
                    .filter(problem -> !remembered.isAwaiting(problem.section() + "." + problem.key())).toList();
        }
    }

    /** The configuration as it would be now; what is not answered yet counts as wrong. */
    public Config config() throws ConfigException {
        return ConfigReader.read(layers(), outside);
    }

    /** The same whatever phone is chosen, for trying out the rest before it is set up: with a simulated one. */
    public Config withoutPhone() throws ConfigException {
        return ConfigReader.read(layers().replacing("phone.source", "simulator"), outside);
    }

    /** The file's text as it would be written. */
    public String text() {
        return editor.text();
    }

    /** Writes the file, readable by its owner only; whoever reads it meanwhile finds the old one or the new one. */
    public void save() throws IOException {
        Path here = file.toAbsolutePath();
        Files.createDirectories(here.getParent());
        PrivateFiles.replace(here, editor.text().getBytes(StandardCharsets.UTF_8));
        original = editor.text();
        changes.clear();
    }

    private Layers layers() {
        List<ConfigFile> all = new ArrayList<>(below);
        try {
            all.add(ConfigFile.parse(file.getFileName().toString(), editor.text()));
        } catch (ConfigException broken) {
            throw new IllegalStateException("the editor broke the file", broken);
        }
        return new Layers(all, outside.policy());
    }
}
