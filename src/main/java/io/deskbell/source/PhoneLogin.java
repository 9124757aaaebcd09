package io.deskbell.source;

import com.burgstaller.okhttp.AuthenticationCacheInterceptor;
import com.burgstaller.okhttp.CachingAuthenticatorDecorator;
import com.burgstaller.okhttp.DispatchingAuthenticator;
import com.burgstaller.okhttp.basic.BasicAuthenticator;
import com.burgstaller.okhttp.digest.CachingAuthenticator;
import com.burgstaller.okhttp.digest.Credentials;
import com.burgstaller.okhttp.digest.DigestAuthenticator;
import io.deskbell.call.Reason;
import io.deskbell.config.Secret;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Authenticator;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;

/** How a client logs in at a telephone that asks for it (RFC 7616, RFC 7617): by digest before basic. */
public final class PhoneLogin {
    private PhoneLogin() {
    }

    /**
     * From the second request on without being asked first. A phone that asks for neither way has given its answer.
     *
     * @param user empty for none, which leaves the client as it is
     */
    public static void add(OkHttpClient.Builder client, String user, Secret password) {
        if (user.isEmpty()) return;
        Credentials login = new Credentials(user, password.reveal());
        Map<String, CachingAuthenticator> known = new ConcurrentHashMap<>();
        Authenticator ways = new CachingAuthenticatorDecorator(new DispatchingAuthenticator.Builder()
                .with("digest", new DigestAuthenticator(login)).with("basic", new BasicAuthenticator(login)).build(),
                known);
        client.authenticator((route, response) -> answer(ways, route, response))
                .addInterceptor(new AuthenticationCacheInterceptor(known));
    }

    /** The library takes what it does not know, a scheme or an algorithm or a missing nonce, for a fault of its own. */
    private static Request answer(Authenticator ways, Route route, Response response) throws IOException {
        boolean isKnown = response.challenges().stream()
                .anyMatch(challenge -> challenge.scheme().matches("(?i)digest|basic"));
        if (!isKnown) return null;
        try {
            return ways.authenticate(route, response);
        } catch (IOException | RuntimeException unknown) { // Nothing is sent here: it is the challenge, always.
            throw new LineLostException(Reason.of(SourceReason.LOGIN_UNKNOWN, route.socketAddress().getHostString()));
        }
    }
}
