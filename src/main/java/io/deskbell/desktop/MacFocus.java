package io.deskbell.desktop;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * macOS: a script asks each running browser for its tabs, and for the one wanted. macOS asks the user once for each
 * browser whether we may; Firefox cannot be asked at all.
 */
final class MacFocus implements WindowFocus {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String FRONT = "front";
    private static final String NONE = "none";
    private static final String SCRIPT = """
            function run(wanted) {
                const titles = wanted.map(text => text.trim().toLowerCase()).filter(text => text);
                const fits = title => titles.some(text => String(title).toLowerCase().includes(text));
                const chromiums = ["Google Chrome", "Microsoft Edge", "Brave Browser", "Vivaldi", "Chromium"];
                for (const name of [...chromiums, "Safari"]) {
                    let browser;
                    try {
                        browser = Application(name);
                        if (!browser.running()) continue;
                    } catch (notInstalled) {
                        continue;
                    }
                    for (const window of browser.windows()) {
                        const tabs = window.tabs();
                        for (let i = 0; i < tabs.length; i++) {
                            if (!fits(name === "Safari" ? tabs[i].name() : tabs[i].title())) continue;
                            if (name === "Safari") window.currentTab = tabs[i];
                            else window.activeTabIndex = i + 1;
                            if (name === "Safari") window.miniaturized = false;
                            else window.minimized = false;
                            window.index = 1;
                            browser.activate();
                            return "front";
                        }
                    }
                }
                return "none";
            }
            """;

    private final Dialogue dialogue;

    MacFocus(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    @Override
    public Outcome bringToFront(List<String> titles) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/osascript", "-l", "JavaScript", "-"));
        command.addAll(titles);
        try {
            Dialogue.Answer answer = dialogue.ask(command, SCRIPT, PATIENCE);
            return switch (answer.text().strip()) {
                case FRONT -> new BroughtToFront();
                case NONE -> new NoneOpen();
                default -> new NotPossible("the browser may not be asked: see System Settings, Privacy & Security, "
                        + "Automation");
            };
        } catch (IOException failed) {
            return new NotPossible("macOS did not answer in time, or asks whether Deskbell may control the browser");
        }
    }
}
