package io.deskbell.config;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the configuration draws on besides its files.
 *
 * @param isWindows whether this computer has what only Windows has
 * @param policy over all of them
 */
public record Outside(StoredSecrets secrets, ExtensionLookup extensions, Policy policy, boolean isWindows) {
    public static final String POLICY = "policy Software\\Policies\\Deskbell";
    public static final Outside NOTHING = new Outside(StoredSecrets.NONE, ExtensionLookup.NONE, Map.of());

    /** Where everything can be chosen, with these policies. */
    public Outside(StoredSecrets secrets, ExtensionLookup extensions, Map<String, String> policy) {
        this(secrets, extensions, new Policy(policy, Set.of()), true);
    }

    /** This user's environment, name and directory. */
    public static ExtensionLookup extensionsHere() {
        return new ExtensionFinder(System.getenv(), System.getProperty("user.name", ""), FirstLine::of);
    }

    /** Policies that are set and that nobody knows or can read, each with what would be right. */
    public List<Problem> unheededPolicies() {
        return PolicyNames.of(policy).unheeded();
    }

    /** Secrets and nothing else. */
    static Outside of(StoredSecrets secrets) {
        return new Outside(secrets, ExtensionLookup.NONE, Map.of());
    }
}
