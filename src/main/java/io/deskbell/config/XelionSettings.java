package io.deskbell.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Section {@code [xelion]}.
 *
 * @param url of the Xelion server, without a stroke at the end
 * @param userSpace tells this computer's session from others of the same user; made where it is empty
 * @param phones the agent's own, as Xelion names them; empty where the user's name is enough
 * @param deviceNumber registered as this session's device: lists of its calls and dialling need one
 * @param certificate PEM file with what to trust instead of the computer's own
 * @param dial whether numbers are dialled through it
 */
public record XelionSettings(String url, String tenant, String user, Secret password, Optional<String> userSpace,
                             Secret appKey, List<String> phones, Optional<String> deviceNumber,
                             Optional<Path> certificate, boolean dial) {
    public XelionSettings {
        phones = List.copyOf(phones);
    }
}
