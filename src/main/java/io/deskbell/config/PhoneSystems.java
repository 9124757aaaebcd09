package io.deskbell.config;

import java.util.List;

/** Telephone systems that are asked by an interface of their own; each is present when it is one of the sources. */
public record PhoneSystems() {
    List<Secret> secrets() {
        return List.of();
    }
}
