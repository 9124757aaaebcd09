package io.deskbell.source.poll;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;

/** The cookies of one session at one phone, in memory only. Thread safe. */
final class SessionCookies implements CookieJar {
    private final Map<String, Cookie> kept = new ConcurrentHashMap<>();

    @Override
    public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
        cookies.forEach(cookie -> kept.put(cookie.name(), cookie));
    }

    @Override
    public List<Cookie> loadForRequest(HttpUrl url) {
        return kept.values().stream().filter(cookie -> cookie.matches(url)).toList();
    }

    /** For what the phone's own page sets by script; what the phone itself has set stays. */
    void add(HttpUrl phone, String name, String value) {
        kept.putIfAbsent(name, new Cookie.Builder().name(name).value(value).hostOnlyDomain(phone.host()).build());
    }

    void forget() {
        kept.clear();
    }
}
